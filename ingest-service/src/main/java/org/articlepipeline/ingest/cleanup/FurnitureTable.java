package org.articlepipeline.ingest.cleanup;

import java.util.List;
import java.util.Set;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.PhraseTable;
import org.articlepipeline.ingest.text.Phrases;
import org.jspecify.annotations.Nullable;

/** Which short lines are furniture, by the phrases of all languages. */
final class FurnitureTable {

  /**
   * What a line is.
   *
   * @param onlyAtEdges whether it counts only above and below the text
   * @param hasRest whether the phrase is only its start
   */
  record Found(Furniture kind, boolean onlyAtEdges, boolean hasRest) {}

  /** "← The older post", below a text. */
  static final Found ARROW = new Found(Furniture.NAVIGATION, true, true);

  private static final PhraseTable TABLE = PhraseTable.read("furniture.txt");
  private static final Phrases<Found> PHRASES = new Phrases<>();

  /** Before the name of who made a picture. */
  static final Phrases<Boolean> CREDITS = marks("credit");

  /** Wherever they stand in a line, it is a notice of rights. */
  static final Phrases<Boolean> RIGHTS = marks("rights");

  static final Set<String> CREDIT_WORDS = TABLE.all("credit-word");

  static final Set<String> IS = TABLE.all("is");

  static final Set<String> DOES = TABLE.all("does");

  static {
    for (Furniture kind : Furniture.values()) {
      TABLE.all(kind.rule()).forEach(phrase -> PHRASES.add(phrase, found(kind, phrase)));
    }
  }

  private FurnitureTable() {}

  static @Nullable Found find(LineWords words, boolean isSentence) {
    return PHRASES.whole(words, isSentence);
  }

  /** A single word, or one with an open end and no colon, may be the author's in the text. */
  private static Found found(Furniture kind, String phrase) {
    List<String> words = LineWords.of(phrase.replace('#', '0')).words();
    boolean hasRest = phrase.contains("\u2026");
    boolean sentences = phrase.endsWith("\u2026.");
    boolean colon = words.getLast().equals(LineWords.COLON);
    boolean vague = hasRest ? !sentences && !colon : words.size() == 1;
    boolean onlyAtEdges = kind.onlyAtEdges() || (vague && kind != Furniture.ADVERTISEMENT);
    return new Found(kind, onlyAtEdges, hasRest);
  }

  private static Phrases<Boolean> marks(String kind) {
    var phrases = new Phrases<Boolean>();
    TABLE.all(kind).forEach(phrase -> phrases.add(phrase, Boolean.TRUE));
    return phrases;
  }
}
