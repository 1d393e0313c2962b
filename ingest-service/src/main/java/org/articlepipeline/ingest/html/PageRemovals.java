package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.schemas.Removal;

/** What extraction took out of a page, bounded: a page has more furniture than text. */
final class PageRemovals {

  static final int MAX = 100;

  /** In UTF-16 units. */
  static final int MAX_LENGTH = 200;

  /** What of a text can matter: it may be shorter once it is cleaned. */
  static final int SHOWN = 2 * MAX_LENGTH;

  private final List<Removal> removals = new ArrayList<>();

  void add(String text, String rule, double confidence) {
    if (removals.size() < MAX && !text.isBlank()) {
      removals.add(new Removal(shortened(text), rule, confidence));
    }
  }

  List<Removal> list() {
    return List.copyOf(removals);
  }

  private static String shortened(String text) {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    String line = CharacterCleanup.cleanLine(start).strip();
    if (line.length() <= MAX_LENGTH) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
    return line.substring(0, end) + "\u2026";
  }
}
