/**
 * How any service of the pipeline runs: typed configuration, lifecycle, health, metrics, logging.
 * It knows nothing of articles.
 */
@NullMarked
package org.articlepipeline.platform;

import org.jspecify.annotations.NullMarked;
