package org.articlepipeline.operations;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The flag or command that was meant by a mistyped one. */
final class Suggestion {
  /** More edits than this make another word. */
  private static final int MOST_EDITS = 2;

  private Suggestion() {}

  static Optional<String> of(String word, CommandLine command) {
    Stream<String> known =
        word.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet().stream()
            : command.getSubcommands().keySet().stream();
    String typed = word.split("=", 2)[0];
    return known
        .filter(name -> edits(typed, name) <= MOST_EDITS)
        .min(Comparator.comparingInt(name -> edits(typed, name)));
  }

  /** Levenshtein's distance, with neighbours that changed places as one edit. */
  static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
