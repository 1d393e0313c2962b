package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.KeyPhrase;
import org.articlepipeline.schemas.NamedEntity;

/**
 * What an English article is about besides its entities: at most {@value #MAX} phrases, the best
 * first, none part of another. Ranked by C-value (K. Frantzi, S. Ananiadou, H. Mima, "Automatic
 * recognition of multi-word terms", 2000), which prefers long phrases that come often, times how
 * early they come and how much of them the headline has. The score is relative to the best's, 1.
 */
public final class KeyPhrasesStep implements EnrichmentStep {
  private static final int MAX = 10;

  /** A lone word has to come oftener than a phrase, and be this long. */
  private static final int MIN_LETTERS = 4;

  private static final int MIN_COUNT_ALONE = 3;

  /** What a lone word is worth beside a phrase, which says more. */
  private static final double ALONE = 0.6;

  /** What stands in so many first sentences may be a key phrase though it comes only once. */
  private static final int LEAD = 2;

  private record Ranked(PhraseCandidate phrase, double score) {}

  @Override
  public String name() {
    return "key-phrases";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    if (!LanguageCode.isEnglish(result.getLanguage())) {
      return;
    }
    AnalysedText body = analysis.body();
    ContentWords words = ContentWords.of(analysis);
    EntityTokens names =
        EntityTokens.of(
            body,
            result.getPeople(),
            result.getOrganisations(),
            result.getPlaces(),
            result.getOthers());
    BitSet headline = numbers(words, analysis.headline().tokens());
    BitSet named = named(words, result);
    List<Ranked> ranked = rank(PhraseCandidates.of(body, words, names), words, headline, named);
    PhraseCase spelling = new PhraseCase(body, words);
    List<KeyPhrase> phrases = new ArrayList<>();
    for (Ranked one : distinct(ranked)) {
      double score = one.score() / ranked.getFirst().score();
      phrases.add(new KeyPhrase(spelling.of(one.phrase()), Math.round(score * 1000) / 1000.0));
    }
    result.setKeyPhrases(phrases);
  }

  private static List<Ranked> rank(
      Collection<PhraseCandidate> candidates, ContentWords words, BitSet headline, BitSet named) {
    List<Ranked> ranked = new ArrayList<>();
    for (PhraseCandidate candidate : candidates) {
      int inHeadline = 0;
      int inNames = 0;
      boolean repeated = true;
      for (int word : candidate.words) {
        inHeadline += headline.get(word) ? 1 : 0;
        inNames += named.get(word) ? 1 : 0;
        repeated &= words.count(word) > 1;
      }
      int length = candidate.words.length;
      boolean often =
          length == 1
              ? candidate.noun
                  && words.text(candidate.words[0]).length() >= MIN_LETTERS
                  && candidate.count >= (inHeadline > 0 ? MIN_COUNT_ALONE - 1 : MIN_COUNT_ALONE)
              : candidate.count > 1
                  || (candidate.sentence < LEAD && repeated)
                  || inHeadline == length;
      if (often && candidate.whole && inNames < length && candidate.value() > 0) {
        double early = 1 + 1 / (1 + candidate.sentence / 5.0);
        double titled = 1 + (double) inHeadline / length;
        double weight = length == 1 ? ALONE : 1;
        ranked.add(new Ranked(candidate, weight * candidate.value() * early * titled));
      }
    }
    // Sorting is stable: equals stay in order of appearance.
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return ranked;
  }

  private static List<Ranked> distinct(List<Ranked> ranked) {
    List<Ranked> chosen = new ArrayList<>();
    for (Ranked one : ranked) {
      if (chosen.size() == MAX) {
        break;
      }
      boolean repeats =
          chosen.stream()
              .anyMatch(
                  c -> c.phrase().hasAllOf(one.phrase()) || one.phrase().hasAllOf(c.phrase()));
      if (!repeats) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static BitSet named(ContentWords words, EnrichedArticle.Builder result) {
    Set<String> names = new HashSet<>();
    Stream.of(result.getPeople(), result.getOrganisations(), result.getPlaces(), result.getOthers())
        .flatMap(List::stream)
        .flatMap(KeyPhrasesStep::names)
        .forEach(names::add);
    BitSet numbers = new BitSet();
    names.forEach(name -> numbers.or(numbers(words, Tokenizer.tokenize(name))));
    return numbers;
  }

  private static Stream<String> names(NamedEntity entity) {
    return Stream.concat(Stream.of(entity.getName()), entity.getAliases().stream());
  }

  private static BitSet numbers(ContentWords words, List<Token> tokens) {
    BitSet numbers = new BitSet();
    for (Token token : tokens) {
      int number = words.number(ContentWords.fold(token));
      if (number != ContentWords.NONE) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
