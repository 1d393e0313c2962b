package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.MetadataLabels;
import org.articlepipeline.ingest.text.MetadataLabels.Kind;
import org.articlepipeline.ingest.text.MetadataLabels.Label;
import org.articlepipeline.ingest.text.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the dates and bars of a line of metadata, cut before each label in it: "by
 * Jonas Okafor in Culture" is an author and a section.
 *
 * @param beforeDate whether a date follows directly
 */
record MetadataPiece(String text, boolean beforeDate) {

  /**
   * A label and what it labels.
   *
   * @param label null when there is none
   * @param labelWords how many words the label has, its colon included
   */
  record Chunk(
      @Nullable Label label,
      int labelWords,
      boolean hasColon,
      String value,
      boolean isFirst,
      boolean isLast) {}

  private record Cut(int word, Phrases.Match<Label> label) {}

  List<Chunk> chunks() {
    LineWords words = LineWords.of(text);
    List<Cut> cuts = cuts(words);
    var chunks = new ArrayList<Chunk>();
    int firstCut = cuts.isEmpty() ? text.length() : words.starts().get(cuts.getFirst().word());
    if (firstCut > 0) {
      chunks.add(new Chunk(null, 0, false, text.substring(0, firstCut), true, cuts.isEmpty()));
    }
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      int lastWord = cut.word() + cut.label().words() - 1;
      boolean last = i + 1 == cuts.size();
      int end = last ? text.length() : words.starts().get(cuts.get(i + 1).word());
      String value = text.substring(words.ends().get(lastWord), end);
      boolean colon = words.words().get(lastWord).equals(LineWords.COLON);
      chunks.add(
          new Chunk(
              cut.label().value(), cut.label().words(), colon, value, chunks.isEmpty(), last));
    }
    return chunks;
  }

  private List<Cut> cuts(LineWords words) {
    var cuts = new ArrayList<Cut>();
    Label current = null;
    for (int i = 0; i < words.size(); i++) {
      Phrases.Match<Label> label = MetadataLabels.at(words, i);
      if (label == null || !isCut(words, i, label, current)) {
        continue;
      }
      cuts.add(new Cut(i, label));
      current = label.value();
      i += label.words() - 1;
    }
    return cuts;
  }

  /** In the middle of a piece only what can't belong to the value before is a label. */
  private boolean isCut(
      LineWords words, int at, Phrases.Match<Label> label, @Nullable Label current) {
    if (at == 0) {
      return true;
    }
    int end = at + label.words();
    boolean last = end == words.size();
    boolean colon = words.words().get(end - 1).equals(LineWords.COLON);
    if (colon || label.words() > 1 || isGlued(words.starts().get(at))) {
      return true;
    }
    if (last) {
      return beforeDate && label.value().isOfDate();
    }
    if (current != null && current.is(Kind.SECTION) && label.value().is(Kind.KEYWORDS)) {
      return true;
    }
    boolean capital = !Character.isLowerCase(text.charAt(words.starts().get(end)));
    boolean afterAuthor = current != null && current.is(Kind.AUTHOR);
    boolean ofAuthor = label.value().is(Kind.AUTHOR);
    return capital && (afterAuthor || (ofAuthor && (current == null || current.isOfDate())));
  }

  /** Where "NewsBy Jane Doe" must be cut; 0 where nothing is glued. */
  static int glue(String text) {
    for (int i = 1; i + 2 < text.length(); i++) {
      boolean camel =
          Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
      Phrases.Match<Label> label =
          camel ? MetadataLabels.at(LineWords.of(text.substring(i)), 0) : null;
      if (label != null && label.value().is(Kind.AUTHOR)) {
        return i;
      }
    }
    return 0;
  }

  private boolean isGlued(int start) {
    return start > 0
        && Character.isUpperCase(text.charAt(start))
        && Character.isLowerCase(text.charAt(start - 1));
  }
}
