package org.articlepipeline.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pages print around their articles, by kind and language: a resource of lines {@code en:
 * phrase | phrase} under heads {@code [kind]}. The words live there, so that a language is added
 * without touching code.
 */
public final class PhraseTable {

  /** The language of what is the same in all of them. */
  static final String ANY = "any";

  private final String name;

  /** Kind to language to phrases. */
  private final Map<String, Map<String, List<String>>> kinds = new LinkedHashMap<>();

  private PhraseTable(String name) {
    this.name = name;
  }

  /**
   * @param name of a resource beside this class
   */
  public static PhraseTable read(String name) {
    var table = new PhraseTable(name);
    try (InputStream in = PhraseTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      String kind = "";
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          kind = line.substring(1, line.indexOf(']'));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          table.add(kind, line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of our own", e);
    }
    return table;
  }

  private void add(String kind, String line) {
    int colon = line.indexOf(": ");
    List<String> phrases =
        kinds
            .computeIfAbsent(kind, k -> new LinkedHashMap<>())
            .computeIfAbsent(line.substring(0, colon), language -> new ArrayList<>());
    for (String phrase : line.substring(colon + 2).split("\\|")) {
      phrases.add(phrase.strip());
    }
  }

  public Set<String> kinds() {
    return kinds.keySet();
  }

  /** Language to phrases. */
  Map<String, List<String>> byLanguage(String kind) {
    Map<String, List<String>> phrases = kinds.get(kind);
    if (phrases == null) {
      throw new IllegalArgumentException(name + " has no [" + kind + "]");
    }
    return phrases;
  }

  /** The phrases of a kind, whatever the language. */
  public Set<String> all(String kind) {
    var all = new HashSet<String>();
    byLanguage(kind).values().forEach(all::addAll);
    return Set.copyOf(all);
  }
}
