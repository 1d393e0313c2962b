package org.articlepipeline.index.document;

import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;

/**
 * What the index holds of an article that readers may not see: that it ended, and at which
 * revision, without any content. It outranks late arrivals by its version for a grace time, then it
 * is purged.
 */
public final class Stub {
  private Stub() {}

  /** Whether the index holds a stub of this record at {@code now}, instead of its content. */
  public static boolean isOf(EnrichedArticle article, Instant now) {
    Instant expires = article.getExpires();
    return article.getPubStatus() != PubStatus.USABLE
        || article.getBody() == null
        || (expires != null && !expires.isAfter(now));
  }

  /**
   * Since when it may not be seen, by the record alone, so that every index and every audit says
   * the same: when it expired, or when its end was ingested. Field {@code endedAt} of the stub.
   */
  public static Instant endedAt(EnrichedArticle article) {
    Instant ingested = article.getIngestedAt();
    Instant expires = article.getExpires();
    return article.getPubStatus() == PubStatus.USABLE
            && expires != null
            && expires.isAfter(ingested)
        ? expires
        : ingested;
  }

  /**
   * Whether an index without this article is right at {@code now}: it may not be seen, and its stub
   * may have been purged. An index that still holds the stub (its {@code endedAt} is at or before
   * {@code now - grace}) is right, too.
   *
   * @param grace how long stubs are kept
   */
  public static boolean mayBeAbsent(EnrichedArticle article, Instant now, Duration grace) {
    return isOf(article, now) && !endedAt(article).isAfter(now.minus(grace));
  }

  static JsonFields fields(JsonFields json, EnrichedArticle a) {
    return json.text("uri", a.getUri())
        .number("revision", a.getRevision())
        .number("enrichmentRun", a.getEnrichmentRun())
        .text("source", a.getSource())
        .text("pubStatus", a.getPubStatus().name())
        .instant("expires", a.getExpires())
        .instant("ingestedAt", a.getIngestedAt())
        .instant("endedAt", endedAt(a));
  }
}
