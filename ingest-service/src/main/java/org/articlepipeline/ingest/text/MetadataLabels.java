package org.articlepipeline.ingest.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of metadata, and its other phrases, in every language that is read. */
public final class MetadataLabels {

  public enum Kind {
    PUBLISHED,
    UPDATED,
    AUTHOR,
    SECTION,
    KEYWORDS,
    PICTURES
  }

  /**
   * A label as a line has it.
   *
   * @param kinds mostly one; "publicado em" goes before a date and before a section
   */
  public record Label(Set<Kind> kinds) {
    public boolean is(Kind kind) {
      return kinds.contains(kind);
    }

    public boolean isOfDate() {
      return is(Kind.PUBLISHED) || is(Kind.UPDATED);
    }
  }

  private static final Phrases<Label> LABELS = new Phrases<>();
  private static final Phrases<Boolean> COUNTERS = new Phrases<>();

  static {
    PhraseTable table = PhraseTable.read("labels.txt");
    Map<String, EnumSet<Kind>> kinds = new HashMap<>();
    for (Kind kind : Kind.values()) {
      for (String phrase : table.all(kind.name().toLowerCase(Locale.ROOT))) {
        kinds.computeIfAbsent(phrase, p -> EnumSet.noneOf(Kind.class)).add(kind);
        if (!phrase.endsWith(":")) {
          kinds.computeIfAbsent(phrase + ":", p -> EnumSet.noneOf(Kind.class)).add(kind);
        }
      }
    }
    kinds.forEach((phrase, found) -> LABELS.add(phrase, new Label(Set.copyOf(found))));
    table.all("counter").forEach(phrase -> COUNTERS.add(phrase, Boolean.FALSE));
    table.all("relative").forEach(phrase -> COUNTERS.add(phrase, Boolean.TRUE));
  }

  private MetadataLabels() {}

  public static Phrases.@Nullable Match<Label> at(LineWords line, int word) {
    return LABELS.longest(line, word);
  }

  /** "Published", "Author:" and nothing else. */
  public static boolean isLabel(String line) {
    if (line.length() > 40) {
      return false;
    }
    LineWords words = LineWords.of(line);
    Phrases.Match<Label> label = words.size() == 0 ? null : at(words, 0);
    boolean whole = label != null && label.words() == words.size();
    // Nouns need their colon beside a value, but not above it.
    Phrases.Match<Label> noun = whole || words.size() == 0 ? null : at(LineWords.of(line + ":"), 0);
    return whole || (noun != null && noun.words() == words.size() + 1);
  }

  /** "3 min read", "2 hours ago", "Leave a comment": metadata that tells nothing of the article. */
  public static boolean isCounter(String text) {
    return COUNTERS.whole(LineWords.of(text), false) != null;
  }

  /** "2 hours ago": as good as a date, to tell what a line is. */
  public static boolean isRelativeDate(String text) {
    return Boolean.TRUE.equals(COUNTERS.whole(LineWords.of(text), false));
  }
}
