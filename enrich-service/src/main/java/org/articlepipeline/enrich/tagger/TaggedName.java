package org.articlepipeline.enrich.tagger;

/**
 * A stretch of tokens that is probably a name.
 *
 * @param firstToken index of its first token in the text's tokens
 * @param endToken one past the index of its last
 * @param confidence the model's probability, 0 to 1, that exactly these tokens are a name of this
 *     type
 */
public record TaggedName(int firstToken, int endToken, NameType type, double confidence) {}
