package org.articlepipeline.ingest;

import java.util.List;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Rejection;

/** What became of a submission, apart from other revisions of it. */
public sealed interface Ingested {

  /**
   * @param article without content when its submission is not USABLE or has expired
   * @param notes for the CMS: what had to be guessed, a sentence each
   */
  record Accepted(Article article, List<String> notes) implements Ingested {}

  record Rejected(Rejection rejection) implements Ingested {}
}
