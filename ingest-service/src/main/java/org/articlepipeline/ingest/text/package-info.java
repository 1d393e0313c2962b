/**
 * What a line says, whatever page it stands on: its words, names, dates and language, its
 * characters. By tables of phrases in eight languages.
 */
@NullMarked
package org.articlepipeline.ingest.text;

import org.jspecify.annotations.NullMarked;
