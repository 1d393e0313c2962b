package org.articlepipeline.ingest.cleanup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.DayChoice;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.schemas.Removal;

/**
 * Takes out lines that are furniture by their phrases, and the lists under "Related articles". Some
 * phrases count only above the first paragraph and below the last. What is less than sure never
 * takes more than half of a text.
 */
final class RemoveFurniture implements CleanupRule {

  /** Furniture is short: nothing looks at a longer line. */
  static final int MAX_LENGTH = 220;

  private static final int MAX_ITEM = 140;
  private static final double SURE = 0.95;

  @Override
  public String name() {
    return "furniture";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    Map<Integer, FurnitureTable.Found> found = find(lines);
    if (found.isEmpty()) {
      return draft;
    }
    var edges = new TextEdges(lines, found.keySet());
    Map<Integer, Removal> removals = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      FurnitureTable.Found line = found.get(i);
      if (line != null && isFurniture(line, i, edges, draft.headline() != null)) {
        remove(i, line.kind(), lines, removals);
        if (line.kind() == Furniture.RELATED && !edges.isAbove(i)) {
          removeList(i + 1, lines, edges, found, removals);
        } else if (line.kind() == Furniture.ABOUT_AUTHOR) {
          removeBelow(i + 1, lines, found, removals);
        }
      }
    }
    return draft.without(bounded(lines, removals)::get);
  }

  private static Map<Integer, FurnitureTable.Found> find(List<String> lines) {
    Map<Integer, FurnitureTable.Found> found = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || line.length() > MAX_LENGTH || Lines.startsWithQuote(line)) {
        continue;
      }
      FurnitureTable.Found match =
          Lines.hasArrow(line)
              ? FurnitureTable.ARROW
              : FurnitureTable.find(LineWords.of(line), Lines.endsSentence(line));
      if (match != null && !Lines.isWithinSentence(lines, i)) {
        found.put(i, match);
      }
    }
    return found;
  }

  /** The first line may be a headline such as "Watch: ...". */
  private static boolean isFurniture(
      FurnitureTable.Found line, int i, TextEdges edges, boolean hasHeadline) {
    if (line.kind() == Furniture.ABOUT_AUTHOR) {
      return edges.isBelow(i) || edges.isAboveLast(i);
    }
    boolean mayBeHeadline =
        line.hasRest() && line.kind() != Furniture.COOKIES && i == edges.first() && !hasHeadline;
    return !mayBeHeadline && (!line.onlyAtEdges() || edges.isAbove(i) || edges.isBelow(i));
  }

  /** Titles up to the next paragraph; the last may head it, when a blank line parts them. */
  private static void removeList(
      int from,
      List<String> lines,
      TextEdges edges,
      Map<Integer, FurnitureTable.Found> found,
      Map<Integer, Removal> removals) {
    int end = from;
    int items = 0;
    int last = -1;
    boolean blank = false;
    boolean lastStandsAlone = false;
    while (end < lines.size() && !found.containsKey(end) && isItem(lines.get(end))) {
      if (lines.get(end).isEmpty()) {
        blank = items > 0;
      } else {
        lastStandsAlone = blank;
        last = end;
        items++;
        blank = false;
      }
      end++;
    }
    boolean headsText = end < lines.size() && items > 1 && lastStandsAlone && !edges.isBelow(end);
    for (int i = from; i < end; i++) {
      if (!lines.get(i).isEmpty() && !(headsText && i == last)) {
        remove(i, Furniture.RELATED, lines, removals);
      }
    }
  }

  private static boolean isItem(String line) {
    return line.isEmpty()
        || (line.length() <= MAX_ITEM
            && !Lines.endsSentence(line)
            && MetadataLine.parse(line, DayChoice.NONE) == null);
  }

  /** Down to other furniture. */
  private static void removeBelow(
      int from,
      List<String> lines,
      Map<Integer, FurnitureTable.Found> found,
      Map<Integer, Removal> removals) {
    for (int i = from; i < lines.size() && !found.containsKey(i); i++) {
      boolean metadata = MetadataLine.parse(lines.get(i), DayChoice.NONE) != null;
      if (!lines.get(i).isEmpty() && !metadata) {
        remove(i, Furniture.ABOUT_AUTHOR, lines, removals);
      }
    }
  }

  private static void remove(
      int i, Furniture kind, List<String> lines, Map<Integer, Removal> removals) {
    removals.putIfAbsent(i, new Removal(lines.get(i), kind.rule(), kind.confidence()));
  }

  private static Map<Integer, Removal> bounded(List<String> lines, Map<Integer, Removal> removals) {
    int all = lines.stream().mapToInt(String::length).sum();
    int unsure =
        removals.values().stream()
            .filter(r -> r.getConfidence() < SURE)
            .mapToInt(r -> r.getText().length())
            .sum();
    if (2 * unsure > all) {
      removals.values().removeIf(r -> r.getConfidence() < SURE);
    }
    return removals;
  }
}
