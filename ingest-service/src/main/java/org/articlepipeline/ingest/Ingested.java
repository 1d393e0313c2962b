package org.articlepipeline.ingest;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of a submission, apart from other revisions of it. */
public sealed interface Ingested {

  /**
   * @param article without content when its submission is not USABLE or has expired
   * @param notes for the CMS: what had to be guessed, a sentence each
   * @param embargoedUntil nobody may see it before; null when it is under no embargo, and always
   *     when it has no content
   */
  record Accepted(Article article, List<String> notes, @Nullable Instant embargoedUntil)
      implements Ingested {}

  record Rejected(Rejection rejection) implements Ingested {}
}
