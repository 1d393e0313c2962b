package org.articlepipeline.ingest.draft;

import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;

/**
 * A submission that keeps {@link SubmissionRules}.
 *
 * @param body its body, content encoding undone; empty unless USABLE, for nobody reads it then
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record ValidSubmission(ArticleSubmission submission, byte[] body) {

  public boolean isUsable() {
    return submission.getPubStatus() == PubStatus.USABLE;
  }
}
