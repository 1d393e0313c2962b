package org.articlepipeline.ingest.draft;

import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;

/** Makes a draft of what CMSes send in one format. Pure; linear in the body's size. */
public interface SubmissionDecoder {

  Format format();

  /**
   * @param submission its charset, and what else describes the body
   * @param body the body, its content encoding undone
   */
  Checked<Draft> decode(ArticleSubmission submission, byte[] body);
}
