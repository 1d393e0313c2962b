package org.articlepipeline.enrich;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What two spellings of one name have in common: no case, possessive, punctuation or title. */
final class NameKey {
  private static final Pattern POSSESSIVE = Pattern.compile("'s?(?=\\s|$)");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Set<String> TITLES =
      Set.of(
          """
          the mr mrs ms miss dr sir dame lord lady president vice prime minister premier chancellor
          king queen prince princess pope senator sen representative rep congressman congresswoman
          governor gov mayor judge justice professor prof general gen colonel col captain capt
          lieutenant lt sergeant sgt major rev reverend hon secretary"""
              .split("\\s"));

  private NameKey() {}

  static Set<String> of(Collection<String> names) {
    Set<String> keys = new TreeSet<>();
    names.forEach(name -> keys.add(of(name)));
    keys.remove("");
    return keys;
  }

  static String of(String name) {
    String lower =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[’‘]", "'");
    String owner = POSSESSIVE.matcher(lower).replaceAll("").replaceAll("[.']", "");
    String words = NOT_A_WORD.matcher(owner).replaceAll(" ").strip();
    int space = words.indexOf(' ');
    while (space > 0 && TITLES.contains(words.substring(0, space))) {
      words = words.substring(space + 1);
      space = words.indexOf(' ');
    }
    return words;
  }
}
