package org.articlepipeline.index.indices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What indices and aliases are called. */
public final class IndexNames {
  /** What search frontends read: only what may be seen. */
  public static final String ARTICLES = "articles";

  /** What operators read: everything that the served index holds, stubs and canaries too. */
  public static final String ARTICLES_ALL = "articles-all";

  /** What all instances must know of each other's work. */
  public static final String TASKS = "article-index-tasks";

  public static final String FIRST_INDEX = "articles-000001";
  public static final String RECEIPTS = "article-receipts";
  public static final String DEAD_LETTERS = "dead-letters";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

  private static final Pattern NUMBERED = Pattern.compile("articles-(\\d{6,9})");

  private IndexNames() {}

  /** Each index is written through an alias of its own: {@code articles-write-000001}. */
  public static String writeAlias(String index) {
    return "articles-write-" + index.substring(index.lastIndexOf('-') + 1);
  }

  /** Each index has a consumer group of its own, so that a retired one can be taken up again. */
  public static String consumerGroup(String index) {
    return "index-service." + index;
  }

  /** The name of the next index: one higher than all of these. */
  public static String after(Collection<String> indices) {
    int highest =
        indices.stream()
            .map(NUMBERED::matcher)
            .filter(Matcher::matches)
            .mapToInt(name -> Integer.parseInt(name.group(1)))
            .max()
            .orElse(0);
    return "articles-%06d".formatted(highest + 1);
  }

  static String daily(String prefix, LocalDate day) {
    return prefix + "-" + DAY.format(day);
  }

  static Optional<LocalDate> dayOf(String prefix, String index) {
    if (!index.startsWith(prefix + "-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(index.substring(prefix.length() + 1), DAY));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
