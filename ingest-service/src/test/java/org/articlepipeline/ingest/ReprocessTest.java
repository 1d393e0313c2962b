package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Reprocessing;
import org.junit.jupiter.api.Test;

/** What was accepted before is cleaned up again, when it is asked for, and never more than that. */
class ReprocessTest extends DrivenTopology {
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(100));

  @Test
  void theSubmissionThatAnArticleKeepsIsCleanedUpAgain() {
    ingest.submit(usable(URI, 7), event());
    Article first = ingest.accepted.readValue();
    ingest.forget();

    ingest.submit(kept(first), marked(event()));

    Article again = ingest.accepted.readValue();
    assertThat(again).isEqualTo(Article.newBuilder(first).setIngestedAt(BEFORE).build());
    assertThat(again.getPreviousRevision()).isNull();
    ingest.onlyReceipt("REPROCESSED");
    ingest.assertNothingElse();
  }

  @Test
  void itMayBeAskedForAgainAndAgain() {
    ingest.submit(usable(URI, 7), event());
    ArticleSubmission.Builder kept = kept(ingest.accepted.readValue());
    ingest.forget();

    ingest.submit(kept, marked(event()));
    ingest.submit(kept, marked(event()));

    assertThat(ingest.accepted.readValuesToList()).hasSize(2);
    ingest.forget();
    ingest.submit(usable(URI, 7), event());
    ingest.onlyReceipt("DUPLICATE");
  }

  @Test
  void anOlderRevisionIsStale() {
    ingest.submit(usable(URI, 7), event());
    ingest.submit(usable(URI, 8));
    ingest.forget();

    ingest.submit(usable(URI, 7), marked(event()));

    ingest.onlyReceipt("STALE");
    ingest.assertNothingElse();
  }

  @Test
  void aWithdrawnArticleStaysWithdrawn() {
    ingest.submit(usable(URI, 7));
    ingest.submit(bare(URI, 8, PubStatus.CANCELED));
    ingest.forget();

    ingest.submit(usable(URI, 7), marked(event()));
    ingest.onlyReceipt("STALE");
    ingest.submit(usable(URI, 8), marked(event()));
    ingest.onlyRejection("REVISION_CONFLICT");
  }

  @Test
  void whatIsHeldStaysHeld() {
    ingest.submit(usable(URI, 7).setEmbargoedUntil(NOW.plusSeconds(60)));
    ingest.forget();

    ingest.submit(usable(URI, 7).setEmbargoedUntil(NOW.plusSeconds(60)), marked(event()));

    ingest.onlyReceipt("DUPLICATE");
    ingest.assertNothingElse();
  }

  @Test
  void anArticleWhoseTimeIsOverDoesNotComeBack() {
    var expiring = usable(URI, 7).setExpires(NOW.plusSeconds(60));
    ingest.submit(expiring);
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(2));
    ingest.forget();

    ingest.submit(expiring, marked(event()));

    assertThat(ingest.accepted.readValue().getBody()).isNull();
    ingest.onlyReceipt("REPROCESSED");
  }

  @Test
  void aHeaderThatIsNoTimeChangesNothing() {
    ingest.submit(usable(URI, 7));
    ingest.forget();

    ingest.submit(
        usable(URI, 7), new RecordHeaders().add("articles-reprocess", "soon".getBytes(UTF_8)));

    ingest.onlyReceipt("DUPLICATE");
  }

  private static ArticleSubmission.Builder kept(Article article) {
    return ArticleSubmission.newBuilder(requireNonNull(article.getSubmission()));
  }

  private static Headers event() {
    return new RecordHeaders()
        .add("ce_source", "cms".getBytes(UTF_8))
        .add("ce_id", "a".getBytes(UTF_8));
  }

  private static Headers marked(Headers headers) {
    Reprocessing.mark(headers, BEFORE);
    return headers;
  }
}
