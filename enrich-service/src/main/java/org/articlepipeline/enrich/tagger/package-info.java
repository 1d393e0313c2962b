/** Learned: which words of a text are names, and of what. */
@NullMarked
package org.articlepipeline.enrich.tagger;

import org.jspecify.annotations.NullMarked;
