package org.articlepipeline.benchmarks.servers;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlepipeline.benchmarks.NewsArticle;
import org.articlepipeline.enrich.Enrichment;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Enriched articles whose documents have about 5 KB: as many different texts as are quickly
 * enriched, under as many uris and dates as are asked for.
 */
final class PreparedArticles {
  /** Of a body whose whole document comes to 5 KB. */
  private static final int CHARACTERS = 1_150;

  private static final int TEXTS = 1_000;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final List<EnrichedArticle> texts;
  private final int count;

  PreparedArticles(int count) {
    KnowledgeBase knowledge = new KnowledgeBase();
    StarterSet.entities().forEach(knowledge::put);
    Enrichment enrichment = Enrichment.of(knowledge);
    this.count = count;
    this.texts =
        IntStream.range(0, Math.min(count, TEXTS))
            .mapToObj(i -> enrichment.enrich(NewsArticle.of(CHARACTERS, i), 0))
            .toList();
  }

  int count() {
    return count;
  }

  /** Not in the order of their texts, so that neighbours differ. */
  EnrichedArticle get(int number) {
    int text = new Random(number).nextInt(texts.size());
    String uri = "urn:bench:index:%08d".formatted(number);
    return EnrichedArticle.newBuilder(texts.get(text))
        .setUri(uri)
        .setClusterUri(uri)
        .setDatePublished(FIRST.plusSeconds(number * 60L))
        .build();
  }

  byte[] document(int number) {
    return ArticleDocument.toIndex(get(number), FIRST);
  }
}
