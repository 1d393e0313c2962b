/** Who and what an article names: recognized, grouped, weighed. */
@NullMarked
package org.articlepipeline.enrich.entities;

import org.jspecify.annotations.NullMarked;
