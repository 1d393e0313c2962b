package org.articlepipeline.index.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.articlepipeline.index.Samples;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;

/**
 * What happens to articles of one source, from a seed: first revisions, updates, cancels, better
 * enrichments, the same again, and older revisions that come late.
 */
final class ArticleFlow {
  private static final int FIRST = 10;
  private static final String PADDING = "Salt and wind. ";

  private final String source;
  private final Random random;
  private final int sentences;

  /** Lately, so that no stub is purged meanwhile. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final List<EnrichedArticle> records = new ArrayList<>();

  /**
   * @param sentences of 15 characters in each body: how large articles are
   */
  ArticleFlow(String source, int articles, long seed, int sentences) {
    this.source = source;
    this.random = new Random(seed);
    this.sentences = sentences;
    List<List<EnrichedArticle>> lives = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      List<EnrichedArticle> life = life("urn:%s:%d".formatted(source, i));
      lives.add(life);
      turns.addAll(Collections.nCopies(life.size(), i));
    }
    Collections.shuffle(turns, random);
    turns.forEach(article -> records.add(lives.get(article).removeFirst()));
  }

  /** In the order of the log. */
  List<EnrichedArticle> records() {
    return records;
  }

  String source() {
    return source;
  }

  private List<EnrichedArticle> life(String uri) {
    List<EnrichedArticle> life = new ArrayList<>();
    int revision = FIRST;
    life.add(article(uri, revision, 0));
    while (chance(0.4)) {
      life.add(article(uri, ++revision, 0));
    }
    if (chance(0.2)) {
      life.add(article(uri, revision, 1));
    }
    if (chance(0.15)) {
      life.add(canceled(uri, ++revision));
    }
    if (chance(0.1)) {
      life.add(life.getLast());
    }
    if (chance(0.3)) {
      life.add(article(uri, FIRST - 1, 0)); // an older one, late
    }
    if (chance(0.1)) {
      Collections.shuffle(life, random);
    }
    return life;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private EnrichedArticle article(String uri, int revision, int run) {
    return Samples.article(uri, revision)
        .setSource(source)
        .setSubmittedAt(now)
        .setIngestedAt(now)
        .setEnrichmentRun(run)
        .setBody(
            "The mill turns.\n\nRevision %d, run %d. ".formatted(revision, run)
                + PADDING.repeat(sentences))
        .build();
  }

  private EnrichedArticle canceled(String uri, int revision) {
    return Samples.article(uri, revision)
        .setSource(source)
        .setSubmittedAt(now)
        .setIngestedAt(now)
        .setPubStatus(PubStatus.CANCELED)
        .setHeadline(null)
        .setBody(null)
        .build();
  }
}
