package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What an acronym stands for, wherever the article says it: capitals that begin with the acronym's
 * letters, {@code Directorate of Harbour Inspections ... the DHI}. Both are an organisation's then,
 * if the words or what was found there says so: the CWD may be a disease.
 */
final class FullFormRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_LETTERS = 8;
  private static final int LONGEST = 14;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    Finder finder = new Finder(text, new NamesAt(text, names));
    List<NameMention> organisations = finder.find();
    organisations.sort(Comparator.comparingInt(NameMention::first));
    return RuledNames.of(text, names, organisations);
  }

  private static final class Finder {
    private final ArticleText text;
    private final NamesAt names;

    /** Where each stands. */
    private final Map<String, List<Integer>> acronyms = new HashMap<>();

    private final Set<Integer> explained = new HashSet<>();

    Finder(ArticleText text, NamesAt names) {
      this.text = text;
      this.names = names;
    }

    List<NameMention> find() {
      for (int i = 0; i < text.size(); i++) {
        String letters = isCapital(i) ? Acronyms.letters(text.token(i).text()) : "";
        NameMention name = names.name(i);
        if (letters.length() >= FEWEST_LETTERS && (name == null || name.known() == null)) {
          acronyms.computeIfAbsent(letters, l -> new ArrayList<>()).add(i);
        }
      }
      List<NameMention> organisations = new ArrayList<>();
      for (int i = 0; i < text.size() && !acronyms.isEmpty(); i++) {
        boolean start = isCapital(i) && Acronyms.letters(text.token(i).text()).isEmpty();
        NameMention full = start ? full(i, organisations) : null;
        if (full != null) {
          organisations.add(full);
          i = full.end() - 1;
        }
      }
      return organisations;
    }

    private boolean isCapital(int i) {
      return text.token(i).isWord()
          && text.token(i).startsUpperCase()
          && text.sentence(i).style() == Style.PLAIN;
    }

    /** The shortest run from here on whose letters are an acronym; adds the acronyms, too. */
    private @Nullable NameMention full(int first, List<NameMention> organisations) {
      StringBuilder main = new StringBuilder();
      StringBuilder all = new StringBuilder();
      int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
      for (int i = first; i < limit && main.length() <= MOST_LETTERS; i++) {
        String word = text.word(i);
        boolean capital = isCapital(i);
        if (!capital && !NameWords.PARTICLES.contains(word) && !text.isHyphen(i)) {
          return null;
        }
        all.append(word, 0, Math.min(1, word.length()));
        main.append(word, 0, capital ? 1 : 0);
        List<Integer> places = acronyms.getOrDefault(main.toString(), acronyms.get(all.toString()));
        if (places != null
            && capital
            && (i + 1 == limit || !Capitals.is(text, i + 1))
            && isOrganisation(first, i + 1, places.getFirst())) {
          places.stream()
              .filter(explained::add)
              .forEach(at -> organisations.add(organisation(at, at + 1)));
          return organisation(first, i + 1);
        }
      }
      return null;
    }

    private boolean isOrganisation(int first, int end, int acronym) {
      if (isOrganisation(acronym)) {
        return true;
      }
      for (int i = first; i < end; i++) {
        if (ShortNames.isGeneric(text.word(i)) || isOrganisation(i)) {
          return true;
        }
      }
      return false;
    }

    private boolean isOrganisation(int i) {
      NameMention name = names.name(i);
      return name != null && name.type() == EntityType.ORGANISATION;
    }

    private static NameMention organisation(int first, int end) {
      return NameMention.of(first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE);
    }
  }
}
