package org.articlepipeline.ingest.cleanup;

import java.util.List;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.Phrases;
import org.articlepipeline.ingest.text.Vocabulary;

/**
 * "Photo: Jane Roe/Reuters", "(Image credit: NASA)", "AFP via Getty Images", also behind a caption:
 * who made a picture that the text does not have. Behind its label a credit has nothing but names.
 */
final class PictureCredit {

  private static final int MAX_LENGTH = 260;
  private static final int MAX_NAME_WORDS = 10;
  private static final Pattern NAME_WORD =
      Pattern.compile("[\\p{Lu}\\d\u00A9@][\\p{L}\\p{M}\\d.'\u2019_-]*+");
  private static final Pattern NOT_WORDS =
      Pattern.compile("[\\s/|,;:()\\[\\]\u00A9&\u2013\u2014-]++");

  private PictureCredit() {}

  static boolean matches(String line) {
    if (line.length() > MAX_LENGTH || Lines.startsWithQuote(line) || endsOtherwise(line)) {
      return false;
    }
    LineWords words = LineWords.of(line);
    int stop = line.lastIndexOf(". ");
    return labelled(line, words, 0)
        || agency(line)
        || behindCaption(line, words)
        || (stop > 0 && isShortHead(line.substring(0, stop)) && agency(line.substring(stop + 2)));
  }

  /** With a stop, as a sentence does: the most lines, and quickly told. */
  private static boolean endsOtherwise(String line) {
    char last = line.charAt(line.length() - 1);
    return ".!?\u2026:;,\u201D\u2019\"".indexOf(last) >= 0;
  }

  /** "Photo: ..." or "Photo by ..." from a word on. */
  private static boolean labelled(String line, LineWords words, int from) {
    Phrases.Match<Boolean> label = FurnitureTable.CREDITS.longest(words, from);
    if (label == null) {
      return false;
    }
    int last = from + label.words() - 1;
    boolean colon = last + 1 < words.size() && words.words().get(last + 1).equals(LineWords.COLON);
    int end = words.ends().get(colon ? last + 1 : last);
    String rest = line.substring(end);
    boolean marked =
        colon
            || rest.startsWith(" \u00A9")
            || rest.startsWith(" /")
            || rest.startsWith("/")
            || (label.words() > 1 && from == 0);
    return marked && isNames(rest);
  }

  /** "Jane Roe/AFP", "Getty Images": names, of which the last are those of an agency. */
  private static boolean agency(String line) {
    List<String> words = words(line);
    if (words.isEmpty() || words.size() > MAX_NAME_WORDS || !isNames(line)) {
      return false;
    }
    long agencies = words.stream().filter(PictureCredit::isAgency).count();
    boolean last =
        isAgency(words.getLast())
            || (isAgency(words.getFirst()) && line.indexOf('/') > 0)
            || (words.size() > 1
                && Vocabulary.lower(words.getLast()).equals("images")
                && isAgency(words.get(words.size() - 2)));
    boolean parted = line.indexOf('/') > 0 || line.contains(" via ") || line.indexOf('\u00A9') >= 0;
    long images = words.stream().filter(w -> Vocabulary.lower(w).equals("images")).count();
    return last && agencies > 0 && (parted || agencies + images == words.size());
  }

  /** "The bridge at dawn. Photo: Jane Roe", "The bridge (Foto: dpa)". */
  private static boolean behindCaption(String line, LineWords words) {
    for (int i = Math.max(1, words.size() - MAX_NAME_WORDS); i < words.size(); i++) {
      int start = words.starts().get(i);
      char before = line.charAt(start - 1);
      boolean opened = before == '(' || before == '[';
      boolean parted =
          start >= 2 && (".|\u2013\u2014/-\u00A9".indexOf(line.charAt(start - 2)) >= 0);
      if ((opened || parted)
          && FurnitureTable.CREDITS.longest(words, i) != null
          && isShortHead(line.substring(0, start))
          && labelled(line, words, i)) {
        return true;
      }
    }
    return false;
  }

  /** A caption is a sentence or two, and quotes nobody. */
  private static boolean isShortHead(String head) {
    return head.length() <= 200
        && head.indexOf('\u201C') < 0
        && head.indexOf('"') < 0
        && head.chars().filter(c -> c == '.').count() <= 2;
  }

  private static boolean isNames(String text) {
    List<String> words = words(text);
    return !words.isEmpty()
        && words.size() <= MAX_NAME_WORDS
        && words.stream().allMatch(PictureCredit::isNameWord)
        && words.stream().anyMatch(w -> NAME_WORD.matcher(w).matches() || isAgency(w));
  }

  private static boolean isNameWord(String word) {
    return NAME_WORD.matcher(word).matches()
        || isAgency(word)
        || Vocabulary.PARTICLE.contains(word)
        || Vocabulary.AND.contains(word)
        || FurnitureTable.CREDIT_WORDS.contains(word)
        || word.endsWith(".com");
  }

  private static boolean isAgency(String word) {
    return Vocabulary.PICTURE_AGENCY.contains(
        Vocabulary.lower(word).replace(".com", "").replace(".", ""));
  }

  private static List<String> words(String text) {
    return NOT_WORDS.splitAsStream(text).filter(w -> !w.isEmpty()).toList();
  }
}
