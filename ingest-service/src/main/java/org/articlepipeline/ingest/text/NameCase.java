package org.articlepipeline.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "JANE VAN DER MEER-O'NEIL" as people write it: "Jane van der Meer-O'Neil". */
final class NameCase {

  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}'\u2019-]{2,}");
  private static final Pattern NUMERAL = Pattern.compile("I{2,3}|IV|VI{0,3}");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY\u00C0-\u00DD]");
  private static final Pattern PART_START = Pattern.compile("(^|[-'\u2019]|^mc)(\\p{Ll})");

  private NameCase() {}

  static String of(List<String> words) {
    boolean allCapitals = words.stream().noneMatch(w -> w.chars().anyMatch(Character::isLowerCase));
    return words.stream().map(w -> word(w, allCapitals)).collect(Collectors.joining(" "));
  }

  private static String word(String word, boolean allCapitals) {
    if (!CAPITALS.matcher(word).matches() || NUMERAL.matcher(word).matches()) {
      return word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (allCapitals && Vocabulary.PARTICLE.contains(lower)) {
      return lower;
    }
    // Two letters are initials, unless they can be spoken and all the rest is in capitals.
    if (word.length() == 2 && !(allCapitals && VOWEL.matcher(word).find())) {
      return word;
    }
    String cased =
        PART_START.matcher(lower).replaceAll(m -> m.group(1) + m.group(2).toUpperCase(Locale.ROOT));
    return cased.startsWith("Mc") && cased.length() > 3
        ? "Mc" + Character.toUpperCase(cased.charAt(2)) + cased.substring(3)
        : cased;
  }
}
