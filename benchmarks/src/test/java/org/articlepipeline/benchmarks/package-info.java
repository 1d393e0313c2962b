@NullMarked
package org.articlepipeline.benchmarks;

import org.jspecify.annotations.NullMarked;
