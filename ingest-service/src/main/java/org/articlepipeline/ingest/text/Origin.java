package org.articlepipeline.ingest.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the submission tells of where a text comes from, as far as it helps to read it.
 *
 * @param url where the article was read
 * @param language BCP 47
 * @param latest when it can have been published at the latest
 */
public record Origin(@Nullable String url, @Nullable String language, @Nullable Instant latest) {

  public static final Origin NONE = new Origin(null, null, null);
}
