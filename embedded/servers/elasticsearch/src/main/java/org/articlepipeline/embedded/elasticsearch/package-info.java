/**
 * What runs inside the Elasticsearch node's JVM: the node's main class and the modules that the
 * released jars lack.
 */
@NullMarked
package org.articlepipeline.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;
