package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The short name of an organisation that the article names in full is one, too, whatever it was
 * taken for: {@code Gull Ledger ... the Ledger}, {@code Brook & Lane ... Brook}, {@code University
 * of Gull ... at Gull}. A word that is somebody's surname, too, is the person's where a person
 * would be named.
 */
final class ShortOrganisationRule implements NameRule {
  private static final double CONFIDENCE = 0.6;
  private static final double SURE = 0.5;

  /** A longer word in capitals at the start of a line is where the news are from. */
  private static final int LONGEST_ACRONYM = 3;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    ShortOrganisations shorts = new ShortOrganisations(text);
    for (NameMention name : names) {
      if (name.type() == EntityType.ORGANISATION
          && name.length() > 1
          && name.confidence() >= SURE) {
        shorts.learn(name);
      }
    }
    return shorts.isEmpty() ? names : new Finder(text, names, shorts).found();
  }

  static boolean isDateLine(ArticleText text, int i) {
    return i == text.sentenceStart(i)
        && Acronyms.letters(text.token(i).text()).length() > LONGEST_ACRONYM;
  }

  private static final class Finder {
    private final ArticleText text;
    private final List<NameMention> names;
    private final ShortOrganisations shorts;
    private final ShortOrganisationRivals rivals;

    Finder(ArticleText text, List<NameMention> names, ShortOrganisations shorts) {
      this.text = text;
      this.names = names;
      this.shorts = shorts;
      this.rivals = new ShortOrganisationRivals(text, names, shorts);
    }

    /** All names, with the short ones that were found. */
    List<NameMention> found() {
      List<NameMention> all = new ArrayList<>(names.size());
      int next = 0;
      for (int i = 0; i < text.size(); i++) {
        while (next < names.size() && names.get(next).end() <= i) {
          all.add(names.get(next++));
        }
        boolean named = next < names.size() && names.get(next).first() == i;
        NameMention found = shortName(i, named ? names.get(next).end() : i);
        if (found == null) {
          continue;
        }
        int behind = next;
        while (behind < names.size() && names.get(behind).first() < found.end()) {
          behind++;
        }
        if (giveWay(names.subList(next, behind), found)) {
          all.add(found);
          next = behind;
          i = found.end() - 1;
        }
      }
      all.addAll(names.subList(next, names.size()));
      return all;
    }

    private boolean giveWay(List<NameMention> others, NameMention found) {
      NameMention whole = shorts.whole(found.first(), found.end());
      return whole != null
          && others.stream()
              .allMatch(name -> rivals.givesWay(name, found.first(), found.end(), whole));
    }

    /**
     * The longest short name that starts here.
     *
     * @param named where the name ends that was found here
     */
    private @Nullable NameMention shortName(int first, int named) {
      for (int end = shorts.limit(first); end > first; end--) {
        if ((end == named || isName(first, end)) && shorts.whole(first, end) != null) {
          return NameMention.of(
              first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.COREFERENCE);
        }
      }
      return null;
    }

    private boolean isName(int first, int end) {
      boolean possessive = end - first > 1 && text.token(end - 1).kind() == Kind.POSSESSIVE;
      if (!isCapital(first)
          || !(possessive || isCapital(end - 1))
          || text.sentence(first).style() != Style.PLAIN) {
        return false;
      }
      boolean starts = first == text.sentenceStart(first);
      if (starts
          && end - first == 1
          && (isDateLine(text, first) || CommonWords.contains(text.word(first)))) {
        return false;
      }
      boolean before =
          !starts
              && isCapital(first - 1)
              && !text.followsThe(first)
              && !NameWords.TITLES.contains(text.word(first - 1))
              && !startsSentence(first - 1);
      return !before && !goesOn(first, end);
    }

    private boolean startsSentence(int i) {
      return i == text.sentenceStart(i) && CommonWords.contains(text.word(i));
    }

    /** Whether a longer name goes on behind: the Ledger Building, the Court of Appeal. */
    private boolean goesOn(int first, int end) {
      int last = text.sentenceEnd(first);
      return end < last
          && (isCapital(end)
              || text.isHyphen(end)
              || (text.word(end).equals("of") && end + 1 < last && isCapital(end + 1)));
    }

    private boolean isCapital(int i) {
      return text.token(i).isWord() && text.token(i).startsUpperCase();
    }
  }
}
