/** Text cut into tokens, sentences and paragraphs, once for all steps. */
@NullMarked
package org.articlepipeline.enrich.text;

import org.jspecify.annotations.NullMarked;
