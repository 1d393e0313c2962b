package org.articlepipeline.ingest.cleanup;

import java.util.List;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.Vocabulary;

/**
 * "Home > News > Local": the way to a page through its site. A menu, "Home News Sport", is one
 * without arrows.
 */
final class Breadcrumb {

  private static final int MAX_LENGTH = 250;
  private static final int MAX_STEP = 40;
  private static final String ARROWS = ">/|\u00B7\u2022\u00BB\u203A\u2192\u25B8\u25BA";
  private static final Pattern ARROW =
      Pattern.compile(" ?[>\u00BB\u203A\u2192\u25B8\u25BA] ?| [/|\u00B7\u2022] ");

  private Breadcrumb() {}

  static boolean matches(String line) {
    if (line.length() > MAX_LENGTH || Lines.endsSentence(line)) {
      return false;
    }
    boolean arrows = line.chars().anyMatch(c -> ARROWS.indexOf(c) >= 0);
    if (!arrows) {
      return isMenu(line);
    }
    List<String> steps = steps(line);
    boolean home = isHome(steps.getFirst());
    return steps.size() > 1
        ? home || (steps.size() > 2 && steps.stream().allMatch(Vocabulary::isSection))
        : isMenu(line);
  }

  /** The sections on the way: between the start and the page itself. */
  static List<String> sections(String line) {
    List<String> steps = steps(line);
    return steps.stream()
        .filter(s -> !isHome(s) && s.length() <= MAX_STEP)
        .filter(s -> Vocabulary.hasSectionWord(s) || !s.equals(steps.getLast()))
        .toList();
  }

  private static List<String> steps(String line) {
    List<String> steps =
        ARROW.splitAsStream(line).map(String::strip).filter(s -> !s.isEmpty()).toList();
    return steps.isEmpty() ? List.of(line) : steps;
  }

  private static boolean isHome(String step) {
    List<String> words = LineWords.of(step).words();
    return !words.isEmpty()
        && words.size() <= 2
        && words.stream().anyMatch(Vocabulary.HOME::contains);
  }

  /** From the start on, nothing but names of sections. */
  private static boolean isMenu(String line) {
    List<String> words = LineWords.of(line).words();
    return words.size() >= 3
        && Vocabulary.HOME.contains(words.getFirst())
        && words.stream()
            .skip(1)
            .allMatch(w -> Vocabulary.SECTION.contains(w) || Vocabulary.SECTION_GLUE.contains(w));
  }
}
