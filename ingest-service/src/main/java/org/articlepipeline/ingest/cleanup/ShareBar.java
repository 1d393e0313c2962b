package org.articlepipeline.ingest.cleanup;

import java.util.Set;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Vocabulary;

/**
 * "Share This Story, Choose Your Platform!", "Share on Facebook Tweet Pin It", "ShareTweetPin":
 * lines of nothing but the vocabulary of share buttons. One word from outside of it makes a line a
 * sentence.
 */
final class ShareBar {

  private static final int MAX_LENGTH = 250;
  private static final Set<String> ALONE =
      Set.of(
          "share",
          "tweet",
          "teilen",
          "partager",
          "compartir",
          "condividi",
          "compartilhar",
          "partilhar",
          "delen",
          "udost\u0119pnij");

  /** Shorter words glue to anything. */
  private static final int MIN_GLUED = 3;

  private static final int MAX_GLUED = 12;

  private final LineWords words;
  private int verbs;
  private int networks;
  private int others;
  private int counts;

  private ShareBar(LineWords words) {
    this.words = words;
  }

  static boolean matches(String line) {
    return line.length() <= MAX_LENGTH && new ShareBar(LineWords.of(line)).isBar();
  }

  /** One button, which is furniture beside others of its kind only. */
  static boolean isButton(String line) {
    return line.length() <= 20 && new ShareBar(LineWords.of(line)).isSingle();
  }

  private boolean isSingle() {
    return readAll() && networks + verbs >= 1;
  }

  private boolean isBar() {
    if (!readAll()) {
      return false;
    }
    return networks > 1
        || verbs > 1
        || (verbs == 1 && networks + others + counts > 0)
        || (words.size() <= 2 && ALONE.contains(words.words().getFirst()));
  }

  private boolean readAll() {
    for (String word : words.words()) {
      if (!read(word) && !readGlued(word)) {
        return false;
      }
    }
    return words.size() > 0;
  }

  private boolean read(String word) {
    if (Vocabulary.SHARE_NETWORK.contains(word)) {
      networks++;
    } else if (Vocabulary.SHARE_VERB.contains(word)) {
      verbs++;
    } else if (Vocabulary.SHARE_OBJECT.contains(word)) {
      others++;
    } else if (word.equals(LineWords.NUMBER)) {
      counts++;
    } else {
      return word.equals(LineWords.COLON) || Vocabulary.SHARE_GLUE.contains(word);
    }
    return true;
  }

  /** "facebooktwitterpinterest": cut so that nothing is left over, if that is possible. */
  private boolean readGlued(String word) {
    int length = word.length();
    // From each place the end of the word that starts there, 0 where no cut leads to the end.
    int[] ends = new int[length + 1];
    ends[length] = length;
    for (int from = length - MIN_GLUED; from >= 0; from--) {
      for (int to = Math.min(length, from + MAX_GLUED); to - from >= MIN_GLUED; to--) {
        if (ends[to] > 0 && isWord(word.substring(from, to))) {
          ends[from] = to;
          break;
        }
      }
    }
    for (int from = 0; ends[0] > 0 && from < length; from = ends[from]) {
      read(word.substring(from, ends[from]));
    }
    return ends[0] > 0;
  }

  private static boolean isWord(String word) {
    return Vocabulary.SHARE_NETWORK.contains(word)
        || Vocabulary.SHARE_VERB.contains(word)
        || Vocabulary.SHARE_OBJECT.contains(word)
        || Vocabulary.SHARE_GLUE.contains(word);
  }
}
