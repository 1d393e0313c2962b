/** What is asked of the servers of a running pipeline, by commands and the console alike. */
@org.jspecify.annotations.NullMarked
package org.articlepipeline.operations.cluster;
