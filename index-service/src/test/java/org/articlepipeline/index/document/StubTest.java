package org.articlepipeline.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.index.Samples;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

final class StubTest {
  private static final Instant INGESTED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2026-02-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofDays(60);

  @Test
  void anArticleEndsWhenItExpiresOrWhenItsEndIsIngested() {
    assertThat(Stub.endedAt(article(PubStatus.CANCELED))).isEqualTo(INGESTED);
    assertThat(Stub.endedAt(article(PubStatus.USABLE))).isEqualTo(EXPIRES);
    EnrichedArticle expiredBefore = article(PubStatus.USABLE);
    expiredBefore.setExpires(INGESTED.minusSeconds(1));
    assertThat(Stub.endedAt(expiredBefore)).isEqualTo(INGESTED);
  }

  @Test
  void onlyAStubMayBeAbsentAndOnlyAfterItsGrace() {
    EnrichedArticle canceled = article(PubStatus.CANCELED);
    assertThat(Stub.mayBeAbsent(canceled, INGESTED.plus(GRACE).minusMillis(1), GRACE)).isFalse();
    assertThat(Stub.mayBeAbsent(canceled, INGESTED.plus(GRACE), GRACE)).isTrue();

    EnrichedArticle expires = article(PubStatus.USABLE);
    assertThat(Stub.mayBeAbsent(expires, INGESTED.plus(GRACE), GRACE)).isFalse();
    assertThat(Stub.mayBeAbsent(expires, EXPIRES.plus(GRACE), GRACE)).isTrue();

    EnrichedArticle forEver = article(PubStatus.USABLE);
    forEver.setExpires(null);
    assertThat(Stub.mayBeAbsent(forEver, INGESTED.plus(Duration.ofDays(9_999)), GRACE)).isFalse();
  }

  @Test
  void theEndOfARevisionOutranksItsRunsAndNoLaterRevision() {
    EnrichedArticle article = article(PubStatus.USABLE);
    long content = Indexable.writtenVersion(article, EXPIRES.minusMillis(1));
    long stub = Indexable.writtenVersion(article, EXPIRES);
    assertThat(content).isEqualTo(Indexable.version(7, 2));
    assertThat(stub).isGreaterThan(content).isLessThan(Indexable.version(8, 0));
  }

  private static EnrichedArticle article(PubStatus status) {
    EnrichedArticle article = Samples.full("urn:test:1");
    article.setPubStatus(status);
    article.setIngestedAt(INGESTED);
    article.setExpires(EXPIRES);
    return article;
  }
}
