/** The entities that a newsroom knows, and their names found in a text. */
@NullMarked
package org.articlepipeline.enrich.knowledge;

import org.jspecify.annotations.NullMarked;
