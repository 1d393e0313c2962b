/** Which articles tell the same story. */
@NullMarked
package org.articlepipeline.enrich.stories;

import org.jspecify.annotations.NullMarked;
