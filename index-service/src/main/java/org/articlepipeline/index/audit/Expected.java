package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.document.Stub;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * What an index must hold of an article, by the newest record of the log.
 *
 * @param fingerprint of the content, or of the stub once it may not be seen
 * @param before the same some minutes ago: what has just expired is being taken back
 * @param mayBeAbsent whether it ended so long ago that its stub may be gone
 * @param partition of its record, with {@code offset}
 */
record Expected(
    String uri,
    long version,
    Fingerprint fingerprint,
    Fingerprint before,
    boolean mayBeAbsent,
    int partition,
    long offset) {
  /** For an expiry to go through all stages. */
  private static final Duration EXPIRY = Duration.ofMinutes(5);

  static Expected of(
      EnrichedArticle article, int partition, long offset, Instant now, Duration stubGrace) {
    return new Expected(
        article.getUri(),
        Indexable.writtenVersion(article, now),
        ArticleDocument.fingerprint(article, now),
        ArticleDocument.fingerprint(article, now.minus(EXPIRY)),
        mayBeAbsent(article, now, stubGrace),
        partition,
        offset);
  }

  static boolean mayBeAbsent(EnrichedArticle article, Instant now, Duration stubGrace) {
    return Stub.mayBeAbsent(article, now, stubGrace);
  }

  /** Finds what an index must have: all but stubs that it may keep or not. */
  static Query required(Instant now, Duration stubGrace) {
    String grace = now.minus(stubGrace).toString();
    return Query.of(
        query ->
            query.bool(
                bool ->
                    bool.mustNot(
                        old ->
                            old.range(
                                range -> range.date(date -> date.field("endedAt").lte(grace))))));
  }

  boolean is(IndexDocuments.Held held) {
    return held.is(fingerprint) || held.is(before);
  }
}
