package org.articlepipeline.operations;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.feed.FeedReader;
import org.articlepipeline.schemas.Format;

/** {@code --format}: what a file holds; {@code auto} looks at its name and first bytes. */
enum Formats {
  AUTO,
  TEXT,
  HTML,
  NINJS,
  WORDPRESS,
  FEED;

  private static final int FIRST_BYTES = 1024;

  /** An object with a field, or a list of them: what a text in brackets never starts with. */
  private static final Pattern JSON =
      Pattern.compile("(?:\\[\\s*+)?\\{\\s*+\"[^\"\\n]{0,100}+\"\\s*+:");

  /** RSS and Atom hold many articles, each in a format of its own. */
  boolean isFeed(String fileName, byte[] body) {
    return this == FEED || (this == AUTO && FeedReader.isFeed(fileName, body));
  }

  /**
   * @throws IllegalArgumentException for a feed
   */
  Format of(String fileName, byte[] body) {
    if (isFeed(fileName, body)) {
      throw new IllegalArgumentException("a feed holds many articles: give it as a FILE");
    }
    return this == AUTO ? detect(fileName.toLowerCase(Locale.ROOT), body) : Format.valueOf(name());
  }

  private static Format detect(String fileName, byte[] body) {
    String start =
        new String(body, 0, Math.min(body.length, FIRST_BYTES), StandardCharsets.ISO_8859_1)
            .replace("\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (fileName.endsWith(".html") || fileName.endsWith(".htm")) {
      return Format.HTML;
    }
    // Before HTML, for the fields of JSON hold HTML.
    if (fileName.endsWith(".json") || JSON.matcher(start).lookingAt()) {
      return isWordPress(body) ? Format.WORDPRESS : Format.NINJS;
    }
    return isHtml(start) ? Format.HTML : Format.TEXT;
  }

  private static boolean isHtml(String start) {
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.contains("<body");
  }

  /** WordPress's REST API wraps each text as {@code {"rendered": …}}. */
  private static boolean isWordPress(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1).contains("\"rendered\"");
  }
}
