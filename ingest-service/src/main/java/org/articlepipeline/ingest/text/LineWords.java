package org.articlepipeline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A short line as its words in lower case: what tables of phrases are compared with. A number is
 * "#", a colon after a word is a word, other punctuation only separates. One pass.
 *
 * @param starts where each word starts in the line
 * @param ends where each ends
 */
public record LineWords(List<String> words, List<Integer> starts, List<Integer> ends) {

  public static final String NUMBER = "#";
  public static final String COLON = ":";

  public static LineWords of(String line) {
    var words = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var ends = new ArrayList<Integer>();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      int from = i;
      if (Character.isLetter(c)) {
        while (i < line.length() && isInWord(line.charAt(i))) {
          i++;
        }
        words.add(line.substring(from, i).toLowerCase(Locale.ROOT));
      } else if (isDigit(c)) {
        while (i < line.length() && isInNumber(line, i)) {
          i++;
        }
        words.add(NUMBER);
      } else {
        i++;
        if (c != ':' && c != '\uFF1A') {
          continue;
        }
        words.add(COLON);
      }
      starts.add(from);
      ends.add(i);
    }
    return new LineWords(words, starts, ends);
  }

  public int size() {
    return words.size();
  }

  private static boolean isInWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isInNumber(String line, int i) {
    char c = line.charAt(i);
    boolean inner = (c == '.' || c == ',') && i + 1 < line.length();
    return isDigit(c) || (inner && isDigit(line.charAt(i + 1)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
