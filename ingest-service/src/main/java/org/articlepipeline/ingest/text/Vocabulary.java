package org.articlepipeline.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words by what they are, in every language that is read; all in lower case. */
public final class Vocabulary {

  private static final PhraseTable TABLE = PhraseTable.read("vocabulary.txt");

  public static final Set<String> SECTION = TABLE.all("section");
  public static final Set<String> SECTION_GLUE = TABLE.all("section-glue");
  public static final Set<String> HOME = TABLE.all("home");
  public static final Set<String> ROLE = TABLE.all("role");
  static final Set<String> OUTLET = TABLE.all("outlet");
  public static final Set<String> PICTURE_AGENCY = TABLE.all("picture-agency");
  static final Set<String> LOGIN = TABLE.all("login");
  public static final Set<String> PARTICLE = TABLE.all("particle");
  public static final Set<String> AND = TABLE.all("and");
  static final Set<String> BEHIND_NAME = TABLE.all("behind-name");
  public static final Set<String> SHARE_VERB = TABLE.all("share-verb");
  public static final Set<String> SHARE_NETWORK = TABLE.all("share-network");
  public static final Set<String> SHARE_OBJECT = TABLE.all("share-object");
  public static final Set<String> SHARE_GLUE = TABLE.all("share-glue");

  /** By language. */
  static final Map<String, List<String>> FUNCTION_WORDS = TABLE.byLanguage("function-word");

  private Vocabulary() {}

  /** Whether all words of a short text are those of sections, such as "World News". */
  public static boolean isSection(String text) {
    boolean any = false;
    for (String word : LineWords.of(text).words()) {
      boolean section = SECTION.contains(word);
      if (!section && !SECTION_GLUE.contains(word)) {
        return false;
      }
      any |= section;
    }
    return any;
  }

  /** Whether a word of a text is one of a section's, so that it is no name of a person. */
  public static boolean hasSectionWord(String text) {
    return LineWords.of(text).words().stream().anyMatch(SECTION::contains);
  }

  public static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
