/** The pipeline's contracts: what is in each topic and how it is written. */
@NullMarked
package org.articlepipeline.schemas;

import org.jspecify.annotations.NullMarked;
