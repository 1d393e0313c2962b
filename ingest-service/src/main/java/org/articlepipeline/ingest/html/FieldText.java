package org.articlepipeline.ingest.html;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.articlepipeline.ingest.text.Apostrophes;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What fields of one line hold, as readers see it; null where that is nothing. */
public final class FieldText {

  private FieldText() {}

  /** Entities are read in plain text, too: CMSes leave them in titles. */
  public static @Nullable String ofPlain(@Nullable String value) {
    return value == null ? null : clean(Parser.unescapeEntities(value, false));
  }

  public static @Nullable String ofHtml(@Nullable String value) {
    return value == null || value.indexOf('<') < 0
        ? ofPlain(value)
        : clean(String.join(" ", HtmlText.fromFragment(value)));
  }

  public static List<String> distinct(Stream<@Nullable String> values) {
    return values.filter(Objects::nonNull).distinct().toList();
  }

  private static @Nullable String clean(String value) {
    String line = Apostrophes.mend(CharacterCleanup.cleanLine(value)).strip();
    return line.isEmpty() ? null : line;
  }
}
