package org.articlepipeline.ingest.draft;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.schemas.Image;
import org.jspecify.annotations.Nullable;

/**
 * What formats with fields of their own tell of an article, and lines of text never do.
 *
 * @param authors names as the page's data give them; they need no splitting, as a byline does
 */
public record Particulars(
    @Nullable String subheadline,
    List<String> authors,
    @Nullable String canonicalUrl,
    List<Image> images,
    @Nullable String rights,
    @Nullable Instant embargoedUntil) {

  public static final Particulars NONE =
      new Particulars(null, List.of(), null, List.of(), null, null);

  public Particulars {
    authors = List.copyOf(authors);
    images = List.copyOf(images);
  }
}
