package org.articlepipeline.enrich;

import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.SourceRecord;

/** Enriches what ingest accepted. */
final class AcceptedProcessor extends ArticleProcessor {
  private final ArticleReader reader;

  AcceptedProcessor(ArticleReader reader, Parts parts) {
    super(parts);
    this.reader = reader;
  }

  @Override
  void process(SourceRecord source) {
    switch (reader.read(source)) {
      case ArticleReader.Reading.Readable(Article article) -> {
        reportSwallowed(source, article);
        desk().enrich(source, article, source.timestamp(), source.headers());
      }
      case ArticleReader.Reading.Unreadable(var rejection, var article) ->
          sinks().reject(source, rejection, article);
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
