package org.articlepipeline.enrich.tagger;

import org.articlepipeline.enrich.text.AnalysedText;

/**
 * A text for training, cut as the tagger cuts texts.
 *
 * @param labels one for each token, see {@link Labels}
 */
record LabelledText(AnalysedText text, byte[] labels) {}
