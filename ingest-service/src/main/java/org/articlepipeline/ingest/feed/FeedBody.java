package org.articlepipeline.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.regex.Pattern;
import org.articlepipeline.schemas.Format;
import org.jspecify.annotations.Nullable;

/**
 * The text of an entry: its content where it has one, else its description or summary.
 *
 * @param isSummary whether it is only that
 */
record FeedBody(String text, Format format, boolean isSummary) {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&#?\\w{2,8};");

  static @Nullable FeedBody of(SyndEntry entry) {
    FeedBody longest = null;
    for (SyndContent content : entry.getContents()) {
      FeedBody body = of(content, false);
      boolean longer =
          body != null && (longest == null || body.text.length() > longest.text.length());
      longest = longer ? body : longest;
    }
    SyndContent description = entry.getDescription();
    return longest != null || description == null ? longest : of(description, true);
  }

  private static @Nullable FeedBody of(SyndContent content, boolean summary) {
    String text = content.getValue();
    return text == null || text.isBlank()
        ? null
        : new FeedBody(text, isPlain(content) ? Format.TEXT : Format.HTML, summary);
  }

  /** Much of what calls itself plain is HTML; what looks like it is read as it. */
  static boolean isPlain(SyndContent content) {
    String type = content.getType();
    return (type == null || type.equals("text") || type.equals("text/plain"))
        && !MARKUP.matcher(String.valueOf(content.getValue())).find();
  }
}
