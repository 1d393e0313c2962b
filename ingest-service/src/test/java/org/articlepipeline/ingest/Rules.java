package org.articlepipeline.ingest;

import java.time.Clock;
import java.util.Optional;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.gateway.Feeds;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Rejection;

/** The topology's own rules and reader of feeds, for tests of the gateway. */
public final class Rules {

  private Rules() {}

  public static Feeds feeds() {
    return new GatewayFeeds(Clock.systemUTC());
  }

  public static Optional<Rejection> refusal(ArticleSubmission submission) {
    return SubmissionRules.refusal(submission);
  }
}
