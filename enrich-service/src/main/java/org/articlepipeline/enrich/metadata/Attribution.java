package org.articlepipeline.enrich.metadata;

import org.articlepipeline.schemas.NamedEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the words around a quotation say of its speaker.
 *
 * @param speaker null unless it is NAMED
 * @param token index of the pronoun; -1 unless it is PRONOUN
 */
record Attribution(Kind kind, @Nullable NamedEntity speaker, int token) {
  static final Attribution NONE = new Attribution(Kind.NONE, null, -1);
  static final Attribution SOMEBODY = new Attribution(Kind.SOMEBODY, null, -1);

  enum Kind {
    /** They say nothing: the quotation may belong to the one before. */
    NONE,
    /** Somebody that is no entity: {@code a neighbour said}. */
    SOMEBODY,
    /** He or she. */
    PRONOUN,
    NAMED
  }

  static Attribution to(NamedEntity speaker) {
    return new Attribution(Kind.NAMED, speaker, -1);
  }

  static Attribution toPronoun(int token) {
    return new Attribution(Kind.PRONOUN, null, token);
  }
}
