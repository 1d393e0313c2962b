package org.articlepipeline.ingest.draft;

import java.time.Instant;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/** Until when nobody may see an article: the later of what the submission and its body say. */
public final class Embargo {

  private Embargo() {}

  public static @Nullable Instant of(ArticleSubmission submission, Particulars found) {
    Instant stated = submission.getEmbargoedUntil();
    Instant told = found.embargoedUntil();
    if (stated == null || told == null) {
      return stated == null ? told : stated;
    }
    return told.isAfter(stated) ? told : stated;
  }
}
