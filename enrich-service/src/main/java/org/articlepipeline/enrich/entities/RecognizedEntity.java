package org.articlepipeline.enrich.entities;

import java.util.List;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Something that an article names.
 *
 * @param uri in the knowledge base; null when it is not known there
 * @param type UNKNOWN for a name of which nothing says with some certainty what it is the name of
 * @param knownAs names that the knowledge base has for it and that stand for it by themselves
 * @param inHeadline where it is named in the headline
 * @param inBody where it is named in the body, in order
 * @param confidence 0 to 1: how sure it is that these mentions are of this thing
 */
public record RecognizedEntity(
    String name,
    @Nullable String uri,
    EntityType type,
    List<String> sameAs,
    List<String> knownAs,
    List<Span> inHeadline,
    List<Span> inBody,
    double confidence,
    Evidence evidence) {

  /** A name that is not known, and of which its type is only a guess, is not published. */
  boolean isPublished() {
    return uri != null || type != EntityType.UNKNOWN;
  }

  /** How it was found, as the published record says it. */
  enum Evidence {
    KNOWLEDGE_BASE("knowledge-base"),
    RULE("rule"),
    RECOGNIZER("recognizer"),
    COREFERENCE("coreference");

    private final String text;

    Evidence(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
