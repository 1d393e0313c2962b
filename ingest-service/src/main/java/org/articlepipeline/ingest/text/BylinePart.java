package org.articlepipeline.ingest.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the commas of a byline: a name, perhaps with a role or a place behind it, or
 * what is none.
 *
 * @param name null when it is a role, an outlet, a place or nothing that is known
 */
public record BylinePart(@Nullable String name, boolean understood) {

  private static final int MAX_WORDS = 5;
  private static final BylinePart NOBODY = new BylinePart(null, true);
  private static final BylinePart UNKNOWN = new BylinePart(null, false);

  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}.'\u2019-]*+");

  /** In front of what is no person: "The Courier", "Our correspondent". */
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "our", "a", "an", "die", "der", "das", "unser", "unsere", "unserem", "unserer",
          "nuestro", "nuestra", "nostro", "nosso", "nossa", "dal", "dalla", "dem", "naszego", "le",
          "la", "les", "notre", "el", "los", "il", "lo", "o", "os", "het", "onze", "nasz", "nasza");

  public static BylinePart of(String text, boolean oneOfMany) {
    List<String> words = withoutRoleInFront(List.of(text.split(" +")));
    if (words.stream().map(Vocabulary::lower).allMatch(BylinePart::isNobody)
        || words.size() > 1
            && (isArticle(words.getFirst()) || Vocabulary.BEHIND_NAME.contains(words.getFirst()))) {
      return allKnown(words) ? NOBODY : UNKNOWN;
    }
    int end = nameEnd(words);
    List<String> name = words.subList(0, end);
    boolean isName =
        end >= 1
            && end <= MAX_WORDS
            && NAME_WORD.matcher(name.getFirst()).matches()
            && name.stream().allMatch(BylinePart::isNameWord);
    if (!isName) {
      return UNKNOWN;
    }
    boolean outlet = name.stream().map(Vocabulary::lower).anyMatch(Vocabulary.OUTLET::contains);
    // One word among others is a place, or an outlet; before a role it is an outlet.
    boolean one = end == 1 && (oneOfMany || end < words.size());
    return outlet || one ? NOBODY : new BylinePart(NameCase.of(name), true);
  }

  /** "unserem Redakteur Tom Berg", "Political Editor Jane Roe". */
  private static List<String> withoutRoleInFront(List<String> words) {
    int start = 0;
    boolean role = false;
    while (start < words.size() && (isRole(words.get(start)) || isArticle(words.get(start)))) {
      role |= isRole(words.get(start));
      start++;
    }
    return role && words.size() - start >= 2 ? words.subList(start, words.size()) : words;
  }

  private static boolean isRole(String word) {
    return Vocabulary.ROLE.contains(Vocabulary.lower(word));
  }

  private static boolean isArticle(String word) {
    return ARTICLES.contains(Vocabulary.lower(word));
  }

  /** Two to four words of a name, and none that sections are made of. */
  public static boolean isFullName(String text) {
    List<String> words = List.of(text.split(" +"));
    return words.size() >= 2
        && words.size() <= 4
        && words.stream()
            .allMatch(w -> isNameWord(w) && (w.length() > 1 || Vocabulary.PARTICLE.contains(w)))
        && !Vocabulary.hasSectionWord(text)
        && of(text, false).name() != null;
  }

  /** Up to the role or the place behind a name. */
  private static int nameEnd(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String lower = Vocabulary.lower(words.get(i));
      boolean behind = Vocabulary.BEHIND_NAME.contains(words.get(i));
      if (behind || Vocabulary.ROLE.contains(lower)) {
        return i;
      }
    }
    return words.size();
  }

  private static boolean isNobody(String lower) {
    return Vocabulary.ROLE.contains(lower)
        || Vocabulary.LOGIN.contains(lower)
        || Vocabulary.OUTLET.contains(lower);
  }

  /** Whether it is short and capitalised, or a role in small letters. */
  private static boolean allKnown(List<String> words) {
    return words.size() <= MAX_WORDS + 1
        && words.stream()
            .skip(1)
            .allMatch(
                w ->
                    isNobody(Vocabulary.lower(w))
                        || isNameWord(w)
                        || Vocabulary.BEHIND_NAME.contains(w)
                        || w.equals("own"));
  }

  private static boolean isNameWord(String word) {
    return NAME_WORD.matcher(word).matches() || Vocabulary.PARTICLE.contains(word);
  }
}
