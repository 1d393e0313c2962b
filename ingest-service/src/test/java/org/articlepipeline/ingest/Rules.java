package org.articlepipeline.ingest;

import java.util.Optional;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Rejection;

/** The topology's own rules, for tests of the gateway. */
public final class Rules {

  private Rules() {}

  public static Optional<Rejection> refusal(ArticleSubmission submission) {
    return SubmissionRules.refusal(submission);
  }
}
