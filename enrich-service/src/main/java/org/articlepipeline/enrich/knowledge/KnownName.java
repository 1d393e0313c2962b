package org.articlepipeline.enrich.knowledge;

/** One name of an entity in the knowledge base; its text is in the entity. */
public final class KnownName {
  static final byte NO_MORE = 0;
  static final byte STRONG = 1;
  static final byte WEAK = 2;

  private final KnownEntity entity;
  private final int at;

  KnownName(KnownEntity entity, int at) {
    this.entity = entity;
    this.at = at;
  }

  public KnownEntity entity() {
    return entity;
  }

  /** Its tokens, separated by spaces, capitals as they are written. */
  public String phrase() {
    return PackedStrings.at(entity.packed(), at + 1);
  }

  /** Whether it names the entity by itself. */
  public boolean strong() {
    return entity.packed()[at] == STRONG;
  }

  boolean isWritten(byte[] utf8) {
    return PackedStrings.isAt(entity.packed(), at + 1, utf8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownName that && entity == that.entity && at == that.at;
  }

  @Override
  public int hashCode() {
    return 31 * entity.hashCode() + at;
  }

  @Override
  public String toString() {
    return phrase() + " of " + entity;
  }
}
