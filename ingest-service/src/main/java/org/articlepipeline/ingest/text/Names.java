package org.articlepipeline.ingest.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Names of sections and tags: one kind of space, entities decoded, each once, case kept. */
public final class Names {

  private static final Pattern BETWEEN = Pattern.compile("[,;\u3001\uFF0C|\u2022\u00B7]");
  private static final Pattern EDGES = Pattern.compile("^[\\s#:./-]++|[\\s:./-]++$");

  private Names() {}

  public static void addAll(List<String> target, String list) {
    // An entity ends with what also parts two names.
    String plain = decoded(list);
    for (String item : BETWEEN.split(plain)) {
      String name = EDGES.matcher(item).replaceAll("");
      if (!name.isEmpty() && target.stream().noneMatch(name::equalsIgnoreCase)) {
        target.add(name);
      }
    }
  }

  /** Of names that are parted already. */
  public static List<String> normal(List<String> names) {
    Map<String, String> byLower = new LinkedHashMap<>();
    for (String name : names) {
      String line = decoded(CharacterCleanup.cleanLine(name)).strip();
      if (!line.isEmpty()) {
        byLower.putIfAbsent(line.toLowerCase(Locale.ROOT), line);
      }
    }
    return List.copyOf(new ArrayList<>(byLower.values()));
  }

  private static String decoded(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
