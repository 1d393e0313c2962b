/** Services on real servers: index-service against the node's own limit, and the whole pipeline. */
@NullMarked
package org.articlepipeline.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
