package org.articlepipeline.ingest.cleanup;

import java.util.Locale;

/** The kinds of lines that belong to a page; their phrases are in furniture.txt. */
enum Furniture {
  NAVIGATION(0.98, false),
  BUTTON(0.9, true),
  ADVERTISEMENT(0.95, false),
  COMMENTS(0.95, false),
  COOKIES(0.95, true),
  NEWSLETTER(0.9, false),
  READ_MORE(0.9, false),
  RELATED(0.9, false),
  ABOUT_AUTHOR(0.85, true);

  private final double confidence;
  private final boolean onlyAtEdges;

  Furniture(double confidence, boolean onlyAtEdges) {
    this.confidence = confidence;
    this.onlyAtEdges = onlyAtEdges;
  }

  /** The {@code rule} of its removals. */
  String rule() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  double confidence() {
    return confidence;
  }

  /** Whether its words may head a part of an article as well. */
  boolean onlyAtEdges() {
    return onlyAtEdges;
  }
}
