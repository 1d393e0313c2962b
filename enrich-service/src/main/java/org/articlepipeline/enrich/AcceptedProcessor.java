package org.articlepipeline.enrich;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.enrich.knowledge.NameTokens;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Enriches what ingest accepted. */
final class AcceptedProcessor extends ArticleProcessor {
  private final ArticleReader reader;
  private @Nullable KeyValueStore<String, int[]> names;

  AcceptedProcessor(ArticleReader reader, Parts parts) {
    super(parts);
    this.reader = reader;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    names = context.getStateStore(EnrichStores.NAMES);
  }

  @Override
  void process(SourceRecord source) {
    sinks().read(source);
    switch (reader.read(source)) {
      case ArticleReader.Reading.Readable(Article article) -> {
        reportSwallowed(source, article);
        desk().enrich(source, article, source.timestamp(), source.headers());
        index(article);
      }
      case ArticleReader.Reading.Unreadable(var rejection, var article) ->
          sinks().reject(source, rejection, article);
    }
  }

  private void index(Article article) {
    if (desk().publication(article.getUri()).revision() > article.getRevision()) {
      return;
    }
    int[] tokens =
        Enrichment.isVisible(article)
            ? NameTokens.of(
                Stream.of(article.getHeadline(), article.getBody()).filter(Objects::nonNull))
            : new int[0];
    if (tokens.length == 0) {
      requireNonNull(names).delete(article.getUri());
    } else {
      requireNonNull(names).put(article.getUri(), tokens);
    }
  }

  /** Compaction takes a revision away when the next one comes before we looked. */
  private void reportSwallowed(SourceRecord source, Article article) {
    Long previous = article.getPreviousRevision();
    if (previous != null && desk().publication(article.getUri()).seen() < previous) {
      sinks()
          .send(
              sinks()
                  .receipt(source, Outcomes.SUPERSEDED, article)
                  .setRevision(previous)
                  .setSubmittedAt(null)
                  .setMessage(
                      "Revision %d took its place before it was enriched."
                          .formatted(article.getRevision()))
                  .build());
    }
  }
}
