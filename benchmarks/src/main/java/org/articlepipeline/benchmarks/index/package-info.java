/** Index-service on real servers, against what the same node takes from memory. */
@NullMarked
package org.articlepipeline.benchmarks.index;

import org.jspecify.annotations.NullMarked;
