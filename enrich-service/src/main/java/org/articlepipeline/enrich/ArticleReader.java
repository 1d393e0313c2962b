package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code articles.accepted}. */
final class ArticleReader {
  private final RecordReader<Article> reader;

  ArticleReader(TopicSerdes serdes) {
    this.reader = new RecordReader<>(Topics.ACCEPTED, serdes);
  }

  sealed interface Reading {

    record Readable(Article article) implements Reading {}

    /**
     * @param article null where not even that could be read
     */
    record Unreadable(Rejection rejection, @Nullable Article article) implements Reading {}
  }

  /**
   * @throws org.articlepipeline.schemas.RegistryUnavailableException when it has to be tried again
   */
  Reading read(SourceRecord record) {
    return switch (reader.read(record)) {
      case Read.Value<Article> read -> checked(record, read.value());
      case Read.Rejected<Article> read -> new Reading.Unreadable(read.rejection(), null);
      case Read.Tombstone<Article> ignored ->
          new Reading.Unreadable(
              Rejection.of(
                  Reason.NULL_VALUE, "the value is null: nothing but ingest may write here"),
              null);
    };
  }

  private static Reading checked(SourceRecord record, Article article) {
    if (Arrays.equals(record.key(), article.getUri().getBytes(UTF_8))) {
      return new Reading.Readable(article);
    }
    return new Reading.Unreadable(
        new Rejection(
            Reason.KEY_MISMATCH,
            "uri",
            "the key is '%s', the article's uri '%s': nothing but ingest may write here"
                .formatted(record.keyText(), article.getUri())),
        article);
  }
}
