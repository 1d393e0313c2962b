package org.articlepipeline.ingest.html;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Makes a page's addresses absolute.
 *
 * @param base where the page was read; null when nobody said
 */
public record PageUrls(@Nullable String base) {

  private static final int MAX_LENGTH = 2000;

  /** Null for what is no address of the web. */
  @Nullable
  public String absolute(@Nullable String url) {
    if (url == null || url.isBlank() || url.length() > MAX_LENGTH) {
      return null;
    }
    try {
      String text = url.strip().replace(" ", "%20");
      URI uri = base == null ? URI.create(text) : URI.create(base).resolve(text);
      boolean web =
          ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
              && uri.getRawAuthority() != null;
      return web ? uri.toString() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
