package org.articlepipeline.enrich.entities;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;

/**
 * How much an article is about something, 0 to 1: whether the headline names it, whether the first
 * paragraph does, and how often the body does, measured against the one named most.
 */
public final class Salience {
  private static final double HEADLINE = 0.4;
  private static final double LEAD = 0.2;
  private static final double FREQUENCY = 0.4;

  private final int leadEnd;
  private final int most;

  private Salience(int leadEnd, int most) {
    this.leadEnd = leadEnd;
    this.most = most;
  }

  /** A measure for one article, in which these are named. */
  static Salience in(AnalysedText body, List<RecognizedEntity> entities) {
    int leadEnd = body.paragraphs().isEmpty() ? 0 : body.paragraphs().getFirst().end();
    int most = entities.stream().mapToInt(e -> e.inBody().size()).max().orElse(0);
    return new Salience(leadEnd, most);
  }

  double of(RecognizedEntity entity) {
    double salience = entity.inHeadline().isEmpty() ? 0 : HEADLINE;
    if (!entity.inBody().isEmpty()) {
      salience += entity.inBody().getFirst().end() <= leadEnd ? LEAD : 0;
      salience += FREQUENCY * entity.inBody().size() / most;
    }
    return Math.round(salience * 1000) / 1000.0;
  }
}
