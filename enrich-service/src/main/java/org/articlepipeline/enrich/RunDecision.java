package org.articlepipeline.enrich;

import org.articlepipeline.schemas.Limits;

/**
 * Decides, by what was published before, under which run an article is enriched: a revision starts
 * at 0, and each time that it is enriched again counts.
 */
sealed interface RunDecision {

  record Enrich(int run) implements RunDecision {}

  /** A newer revision was published before. */
  record Superseded(long published) implements RunDecision {}

  /** The index's version has no room for more runs. */
  record Exhausted() implements RunDecision {}

  static RunDecision of(Publication last, long revision) {
    if (revision > last.revision()) {
      return new Enrich(0);
    }
    if (revision < last.revision()) {
      return new Superseded(last.revision());
    }
    return last.run() < Limits.MAX_RUN ? new Enrich(last.run() + 1) : new Exhausted();
  }
}
