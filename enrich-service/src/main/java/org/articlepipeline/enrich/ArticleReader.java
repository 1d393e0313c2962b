package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;

/** Reads a record of {@code articles.accepted} and enriches what it holds. */
final class ArticleReader {
  private final RecordReader<Article> reader;
  private final Enrichment enrichment;

  ArticleReader(RecordReader<Article> reader, Enrichment enrichment) {
    this.reader = reader;
    this.enrichment = enrichment;
  }

  /**
   * @throws org.articlepipeline.schemas.RegistryUnavailableException when it has to be tried again
   */
  Outcome read(SourceRecord record) {
    return switch (reader.read(record)) {
      case Read.Value<Article> read -> enrich(record, read.value());
      case Read.Rejected<Article> read -> Outcome.Rejected.unread(read.rejection());
      case Read.Tombstone<Article> ignored ->
          Outcome.Rejected.unread(
              Rejection.of(
                  Reason.NULL_VALUE, "the value is null: nothing but ingest may write here"));
    };
  }

  private Outcome enrich(SourceRecord record, Article article) {
    if (!Arrays.equals(record.key(), article.getUri().getBytes(UTF_8))) {
      return Outcome.Rejected.of(
          article,
          new Rejection(
              Reason.KEY_MISMATCH,
              "uri",
              "the key is '%s', the article's uri '%s': nothing but ingest may write here"
                  .formatted(record.keyText(), article.getUri())));
    }
    try {
      return new Outcome.Enriched(enrichment.enrich(article, 0));
    } catch (StepFailedException e) {
      return Outcome.Rejected.of(
          article, new Rejection(Reason.STEP_FAILED, null, String.valueOf(e.getMessage())));
    }
  }
}
