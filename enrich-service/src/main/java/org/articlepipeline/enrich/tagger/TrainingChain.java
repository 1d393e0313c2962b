package org.articlepipeline.enrich.tagger;

/**
 * A chain of tokens to learn from.
 *
 * @param features ids, for each token
 * @param labels one for each token
 */
record TrainingChain(int[][] features, byte[] labels) {}
