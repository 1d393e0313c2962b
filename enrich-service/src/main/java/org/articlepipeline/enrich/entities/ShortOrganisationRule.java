package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Before what can be nothing but a place; one is also at, from and of an organisation. */
  private static final Set<String> INSIDE =
      Set.of("in", "near", "across", "throughout", "outside", "around", "toward", "towards");

  /** A longer word in capitals at the start of a line is where the news are from. */
  private static final int LONGEST_ACRONYM = 3;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    Shorts shorts = new Shorts(text, names);
    for (NameMention name : names) {
      if (name.type() == EntityType.ORGANISATION
          && name.length() > 1
          && name.confidence() >= SURE) {
        shorts.learn(name);
      }
    }
    return shorts.isEmpty() ? names : shorts.found();
  }

  private static final class Shorts {
    private final ArticleText text;
    private final List<NameMention> names;
    private final Surnames surnames;
    private final Set<List<String>> learned = new HashSet<>();

    /** Places where something is in them: "in Gull", not "Gull said". */
    private final Set<String> located = new HashSet<>();

    private final Map<String, NameMention> alone = new HashMap<>();
    private final Map<String, NameMention> afterwards = new HashMap<>();
    private final Map<String, NameMention> behindThe = new HashMap<>();
    private final Map<String, NameMention> behindAt = new HashMap<>();

    /** The most words of a short name that starts with this one. */
    private final Map<String, Integer> longest = new HashMap<>();

    Shorts(ArticleText text, List<NameMention> names) {
      this.text = text;
      this.names = names;
      this.surnames = new Surnames(text, names);
      for (NameMention name : names) {
        if (name.type() == EntityType.PLACE && isInside(name.first())) {
          located.add(text.words(name.first(), name.end()));
        }
      }
    }

    boolean isEmpty() {
      return longest.isEmpty();
    }

    void learn(NameMention name) {
      List<String> words = NameParts.of(text, name).words();
      if (learned.add(words)) {
        ShortNames shorter = ShortNames.of(words);
        if (NameWords.COMPANY_FORMS.contains(text.word(name.end() - 1))) {
          put(alone, words, name);
        }
        shorter.alone().forEach(end -> put(alone, end, name));
        shorter.afterwards().forEach(end -> put(afterwards, end, name));
        shorter.behindThe().forEach(end -> put(behindThe, end, name));
        if (words.size() > 2
            && words.get(1).equals("of")
            && words.getFirst().equals("university")) {
          put(behindAt, words.subList(2, words.size()), name);
        }
      }
    }

    private void put(Map<String, NameMention> map, List<String> words, NameMention name) {
      map.putIfAbsent(String.join(" ", words), name);
      longest.merge(words.getFirst(), words.size(), Math::max);
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
        int end = end(i, named ? names.get(next).end() : i);
        int behind = next;
        boolean wins = end > i;
        while (wins && behind < names.size() && names.get(behind).first() < end) {
          wins = isShort(names.get(behind++), i, end);
        }
        if (wins) {
          next = behind;
          all.add(mention(i, end));
          i = end - 1;
        }
      }
      all.addAll(names.subList(next, names.size()));
      return all;
    }

    /**
     * One past the last word of a short name that starts here; {@code i} when there is none.
     *
     * @param named where the name ends that was found here
     */
    private int end(int i, int named) {
      int most = longest.getOrDefault(text.word(i), 0);
      int end = Math.min(i + most, text.sentenceEnd(i));
      while (end > i && !((end == named || isName(i, end)) && whole(i, end) != null)) {
        end--;
      }
      return end;
    }

    /** Whether the short name from {@code first} to {@code end} is surer than this one. */
    private boolean isShort(NameMention name, int first, int end) {
      if (name.first() < first || name.end() > end) {
        return false;
      }
      if (name.length() < end - first) {
        return name.known() == null || name.type() != EntityType.ORGANISATION;
      }
      NameMention whole = whole(first, end);
      if (whole == null || name.type() == EntityType.ORGANISATION) {
        return false;
      }
      String words = text.words(first, end);
      if (name.known() != null) {
        boolean club = NameWords.CLUB_FORMS.contains(text.word(whole.first()));
        return isAt(first) || (club && !isLocated(first) && name.type() == EntityType.PLACE);
      }
      return switch (name.type()) {
        case PERSON -> name.length() == 1 && !surnames.isPerson(name, whole.first());
        case PLACE ->
            isAt(first)
                || behindThe.containsKey(words)
                || (isCompany(whole) && !located.contains(words) && !isDateLine(first));
        default -> true;
      };
    }

    /** Others are mostly named for the place: Gull Council, Gull Ledger. */
    private boolean isCompany(NameMention whole) {
      String last = text.word(whole.end() - 1);
      return NameWords.COMPANY_FORMS.contains(last)
          || NameWords.COMPANY_TAILS.contains(last)
          || NameWords.CLUB_FORMS.contains(last)
          || NameWords.CLUB_FORMS.contains(text.word(whole.first()))
          || ContextWords.INSTITUTION_FIRSTS.contains(text.word(whole.first()));
    }

    private boolean isInside(int first) {
      return first > text.sentenceStart(first) && INSIDE.contains(text.word(first - 1));
    }

    private boolean isLocated(int first) {
      return first > text.sentenceStart(first)
          && (NameWords.LOCATIVES.contains(text.word(first - 1))
              || text.word(first - 1).equals("of")
              || text.word(first - 1).equals("to"));
    }

    /** The whole name of what these words may stand for, where they stand. */
    private @Nullable NameMention whole(int first, int end) {
      String words = text.words(first, end);
      NameMention name = alone.get(words);
      if (name == null && (text.followsThe(first) || isSpeaker(first, end))) {
        name = behindThe.get(words);
      }
      if (name == null && isAt(first)) {
        name = behindAt.get(words);
      }
      if (name == null) {
        name = afterwards.get(words);
        return name == null || name.first() > first ? null : name;
      }
      return name;
    }

    private boolean isAt(int first) {
      return first > text.sentenceStart(first) && text.word(first - 1).equals("at");
    }

    /** {@code Ledger: Why do you run?} */
    private boolean isSpeaker(int first, int end) {
      return first == text.sentenceStart(first)
          && end < text.size()
          && text.token(end).text().equals(":");
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
          && (isDateLine(first) || CommonWords.contains(text.word(first)))) {
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

    private boolean isDateLine(int i) {
      return i == text.sentenceStart(i)
          && Acronyms.letters(text.token(i).text()).length() > LONGEST_ACRONYM;
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

    private static NameMention mention(int first, int end) {
      return NameMention.of(first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.COREFERENCE);
    }
  }
}
