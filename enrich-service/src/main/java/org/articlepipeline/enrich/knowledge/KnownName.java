package org.articlepipeline.enrich.knowledge;

/**
 * One name of an entity in the knowledge base.
 *
 * @param phrase its tokens, separated by spaces, capitals as they are written
 * @param strong whether it names the entity by itself
 */
public record KnownName(KnownEntity entity, String phrase, boolean strong) {

  boolean isOneWord() {
    return phrase.indexOf(' ') < 0;
  }
}
