package org.articlepipeline.enrich.stories;

import java.time.Instant;
import java.util.Comparator;
import org.articlepipeline.schemas.ArticleSignature;
import org.jspecify.annotations.Nullable;

/**
 * A visible article with a text, as stories know it. Times are in epoch milliseconds.
 *
 * @param ingestedAt of its newest revision: what the window goes by
 * @param firstIngestedAt of the first revision with much the same text: an article that is
 *     corrected does not become a duplicate of its own copies
 */
record Member(
    String uri,
    long revision,
    long ingestedAt,
    long firstIngestedAt,
    @Nullable Long datePublished,
    @Nullable String url,
    @Nullable String canonicalUrl,
    MinHash minHash,
    Assignment assignment) {

  static final Comparator<Member> EARLIEST =
      Comparator.comparingLong(Member::firstIngestedAt).thenComparing(Member::uri);

  /**
   * @param known what was known of it before
   */
  static Member of(ArticleSignature article, MinHash minHash, @Nullable Member known) {
    long ingestedAt = article.getIngestedAt().toEpochMilli();
    Instant published = article.getDatePublished();
    return new Member(
        article.getUri(),
        article.getRevision(),
        ingestedAt,
        known != null && known.minHash.agreement(minHash) >= Similarity.JOIN
            ? Math.min(known.firstIngestedAt, ingestedAt)
            : ingestedAt,
        published == null ? null : published.toEpochMilli(),
        article.getUrl(),
        article.getCanonicalUrl(),
        minHash,
        Assignment.published(article));
  }

  boolean isAt(@Nullable String address) {
    return address != null && (address.equals(url) || address.equals(uri));
  }

  Member with(Assignment other) {
    return other.equals(assignment)
        ? this
        : new Member(
            uri,
            revision,
            ingestedAt,
            firstIngestedAt,
            datePublished,
            url,
            canonicalUrl,
            minHash,
            other);
  }
}
