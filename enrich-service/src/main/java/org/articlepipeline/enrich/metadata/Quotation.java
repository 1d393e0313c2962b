package org.articlepipeline.enrich.metadata;

/**
 * What stands between quotation marks; it may run over several paragraphs.
 *
 * @param open index of the token that is its opening mark
 * @param close index of the token that is its closing mark
 */
record Quotation(int open, int close) {}
