package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.articlepipeline.enrich.metadata.TopicScores.Score;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The article's topics among the {@code 17} of the top level of IPTC Media Topics, at most {@value
 * #MAX}, the most relevant first; none when unsure. From what the CMS calls its sections and
 * keywords, in several languages, and in English from the words of headline and body. Both kinds of
 * evidence add up as independent ones do; {@code media-topics.txt} has all that is known of a
 * topic.
 */
public final class SubjectsStep implements EnrichmentStep {
  private static final int MAX = 3;

  /** How sure a section and a keyword are by themselves. */
  private static final double SECTION = 0.8;

  private static final double KEYWORD = 0.4;

  /** Words alone: fewer different terms, or fewer that are found hardly elsewhere, say nothing. */
  private static final int MIN_TERMS = 4;

  private static final int MIN_TELLING = 2;

  /** The strength that makes a relevance of one half, in an article of {@value #USUAL} words. */
  private static final double HALF = 16;

  private static final double USUAL = 600;

  private static final double MIN_RELEVANCE = 0.45;

  /** Of the first one's relevance, what others must have. */
  private static final double BESIDE_FIRST = 0.75;

  private final TopicVocabulary vocabulary = TopicVocabulary.shipped();

  @Override
  public String name() {
    return "subjects";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    Map<MediaTopic, Double> doubt = new LinkedHashMap<>();
    for (String section : result.getSections()) {
      add(vocabulary.ofSection(fold(section)), SECTION, doubt);
    }
    for (String keyword : result.getKeywords()) {
      add(vocabulary.ofSection(fold(keyword)), KEYWORD, doubt);
    }
    if (LanguageCode.isEnglish(result.getLanguage())) {
      for (Score score : scores(analysis, result)) {
        double relevance = relevance(score, analysis);
        if (relevance > 0) {
          add(score.topic(), relevance, doubt);
        }
      }
    }
    result.setSubjects(chosen(doubt));
  }

  private Score[] scores(Analysis analysis, EnrichedArticle.Builder result) {
    TopicScores scores = new TopicScores(vocabulary);
    scores.add(analysis.headline(), EntityTokens.of(analysis.headline()), 2);
    scores.add(
        analysis.body(),
        EntityTokens.of(analysis.body(), result.getPeople(), result.getPlaces()),
        1);
    return scores.scores();
  }

  /** What repeats in a long text by chance grows with its length, though slower. */
  private static double relevance(Score score, Analysis analysis) {
    if (score.terms() < MIN_TERMS || score.telling() < MIN_TELLING) {
      return 0;
    }
    double words = Math.min(analysis.body().tokens().size(), ContentWords.MAX_TOKENS);
    double usual = HALF * Math.max(0.5, Math.sqrt(words / USUAL));
    return score.sum() / (score.sum() + usual);
  }

  private static void add(@Nullable MediaTopic topic, double sure, Map<MediaTopic, Double> doubt) {
    if (topic != null) {
      doubt.merge(topic, 1 - sure, (a, b) -> a * b);
    }
  }

  private static List<Subject> chosen(Map<MediaTopic, Double> doubt) {
    List<Subject> subjects = new ArrayList<>();
    doubt.forEach(
        (topic, d) ->
            subjects.add(
                new Subject(topic.name(), topic.qcode(), Math.round((1 - d) * 1000) / 1000.0)));
    // Sorting is stable: equals stay in order of evidence.
    subjects.sort(Comparator.comparingDouble(Subject::getRelevance).reversed());
    double first = subjects.isEmpty() ? 0 : subjects.getFirst().getRelevance();
    subjects.removeIf(
        s -> s.getRelevance() < MIN_RELEVANCE || s.getRelevance() < first * BESIDE_FIRST);
    return List.copyOf(subjects.subList(0, Math.min(MAX, subjects.size())));
  }

  private static String fold(String section) {
    return section.strip().toLowerCase(Locale.ROOT);
  }
}
