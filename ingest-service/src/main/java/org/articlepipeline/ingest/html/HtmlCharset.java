package org.articlepipeline.ingest.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.draft.BodyText;
import org.articlepipeline.ingest.draft.Checked;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes as text. The submission's charset and a byte order mark are believed first, then
 * {@code <meta charset>}; one that is unknown or does not fit is ignored, for pages are often
 * converted without it. So is any where the bytes are UTF-8.
 */
final class HtmlCharset {

  /** The standard says 1024; real pages put comments before it. */
  private static final int REACH = 8192;

  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private HtmlCharset() {}

  static Checked<BodyText> decode(byte[] body, @Nullable String declared) {
    if (declared == null || declared.isBlank()) {
      String meta = meta(body);
      String charset = meta != null && isWideUtf8(body) ? "UTF-8" : meta;
      if (charset != null
          && BodyText.decode(body, charset) instanceof Checked.Good<BodyText> good) {
        return good;
      }
    }
    return BodyText.decode(body, declared);
  }

  /** No text of another charset but ASCII comes out as UTF-8 by chance. */
  private static boolean isWideUtf8(byte[] body) {
    String text = new String(body, UTF_8);
    return text.length() < body.length && text.indexOf('\uFFFD') < 0;
  }

  private static @Nullable String meta(byte[] body) {
    Matcher matcher = META.matcher(new String(body, 0, Math.min(body.length, REACH), ISO_8859_1));
    if (!matcher.find()) {
      return null;
    }
    // Bytes in which ASCII can be read are not UTF-16, whatever they say.
    String name = matcher.group(1);
    return name.regionMatches(true, 0, "utf-16", 0, 6) ? "UTF-8" : name;
  }
}
