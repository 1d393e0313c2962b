package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.schemas.Removal;

/**
 * Takes out what the source repeats, from the top down and from the bottom up, until the first line
 * on either side that it does not. So a sentence within the text is safe however often it recurs.
 * At the edges, a line that reads like a sentence, or whose figures differ, has something to say:
 * it must stand in most articles. The headline is no line of the draft any more and never goes.
 */
public final class RemoveLearnedFurniture implements CleanupRule {

  static final String RULE = "learned-furniture";

  /** Of the source's articles, in which a line must stand. */
  private static final double SHARE = 0.2;

  private static final double SHARE_OF_SENTENCES = 0.6;

  /** Words of "Read more." are too few for a sentence. */
  private static final int WORDS_OF_SENTENCE = 4;

  private static final int LETTERS_OF_SENTENCE_WITHOUT_SPACES = 8;

  /** A stop, and what may stand behind it. */
  private static final Pattern STOP =
      Pattern.compile("[.!?\u2026\u3002\uFF01\uFF1F\u0964\u061F\u06D4][\\p{Pe}\\p{Pf}\"'\u201C]*$");

  private static final Pattern SPACE = Pattern.compile(" ");

  private final KnownFurniture known;

  public RemoveLearnedFurniture(KnownFurniture known) {
    this.known = known;
  }

  @Override
  public String name() {
    return RULE;
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    List<Integer> text = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        text.add(i);
      }
    }
    var removals = new HashMap<Integer, Removal>();
    take(lines, text.subList(0, Math.min(EdgeLines.TOP, text.size())), removals);
    take(lines, text.reversed().subList(0, Math.min(EdgeLines.BOTTOM, text.size())), removals);
    if (removals.isEmpty()) {
      return draft;
    }
    String what = removals.size() == 1 ? "A line" : removals.size() + " lines";
    return leavesEnough(lines, removals)
        ? draft
            .without(removals::get)
            .withNote(what + " that this source repeats on many pages: taken out (" + RULE + ").")
        : draft.withNote(
            what + " that this source repeats on many pages: left in, or little would be left.");
  }

  private void take(List<String> lines, List<Integer> edge, Map<Integer, Removal> removals) {
    for (int i : edge) {
      double share = share(lines.get(i));
      if (share == 0) {
        return;
      }
      removals.put(i, new Removal(lines.get(i), RULE, confidence(share)));
    }
  }

  /** 0 when too few articles have the line. */
  private double share(String line) {
    double share = EdgeLines.isShort(line) ? known.share(LineFingerprint.of(line)) : 0;
    return share < SHARE || (share < SHARE_OF_SENTENCES && tells(line)) ? 0 : share;
  }

  private static boolean tells(String line) {
    return line.chars().anyMatch(Character::isDigit) || isSentence(line);
  }

  static boolean isSentence(String line) {
    if (!STOP.matcher(line).find()) {
      return false;
    }
    boolean spaced = line.indexOf(' ') >= 0;
    return spaced
        ? SPACE.split(line).length >= WORDS_OF_SENTENCE
        : line.length() >= LETTERS_OF_SENTENCE_WITHOUT_SPACES;
  }

  /** Two decimals of 0.6 to 1. */
  private static double confidence(double share) {
    return Math.round(50 + 50 * share) / 100.0;
  }

  private static boolean leavesEnough(List<String> lines, Map<Integer, Removal> removals) {
    int all = lines.stream().mapToInt(String::length).sum();
    int taken = removals.values().stream().mapToInt(r -> r.getText().length()).sum();
    return 2 * taken <= all;
  }
}
