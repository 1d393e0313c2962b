package org.articlepipeline.ingest;

import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;

/**
 * A submission that keeps {@link SubmissionRules}.
 *
 * @param body its body, content encoding undone; empty unless USABLE, for nobody reads it then
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record ValidSubmission(ArticleSubmission submission, byte[] body) {

  boolean isUsable() {
    return submission.getPubStatus() == PubStatus.USABLE;
  }
}
