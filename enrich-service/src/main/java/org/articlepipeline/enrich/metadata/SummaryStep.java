package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Two or three of the article's own sentences, in their order, together at most {@value
 * SummarySentences#MAX_LENGTH} characters; null when none can stand alone.
 *
 * <p>A short article's summary, and that of one that is not English, is its beginning. Otherwise
 * sentences are ranked ({@link SentenceRank}) and the best ones taken that break no quotation and
 * need no sentence before them; those of somebody who speaks of himself only where too few others
 * are.
 */
public final class SummaryStep implements EnrichmentStep {
  private static final int MIN_SENTENCES = 2;
  private static final int MAX_SENTENCES = 3;

  /** Up to this length, in UTF-16 units, an article is summed up by its beginning. */
  private static final int SHORT_BODY = 600;

  /** Sentences that are looked at; what matters in news is said by then. */
  private static final int LOOKED_AT = 60;

  /** In other languages a point after less than this may be an abbreviation's. */
  private static final int SAFE_WORD = 5;

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    AnalysedText body = analysis.body();
    boolean english = LanguageCode.isEnglish(result.getLanguage());
    List<Sentence> looked =
        body.sentences().subList(0, Math.min(LOOKED_AT, body.sentences().size()));
    SummarySentences sentences = new SummarySentences(body, QuotationScanner.scan(body));
    List<Sentence> chosen =
        english && body.text().length() > SHORT_BODY
            ? best(analysis, looked, sentences, result)
            : beginning(body, looked, sentences, english);
    if (!chosen.isEmpty()) {
      result.setSummary(
          chosen.stream()
              .map(s -> body.span(s.firstToken(), s.endToken()).of(body.text()))
              .map(s -> s.replaceAll("\\s+", " "))
              .collect(Collectors.joining(" ")));
    }
  }

  /** The first whole sentences, as far as there is none between them that is not. */
  private static List<Sentence> beginning(
      AnalysedText body, List<Sentence> looked, SummarySentences sentences, boolean english) {
    List<Sentence> chosen = new ArrayList<>();
    int safe = 0;
    int length = 0;
    for (Sentence sentence : looked) {
      boolean usable =
          sentences.isWhole(sentence)
              && (!english || !chosen.isEmpty() || sentences.standsAlone(sentence));
      if (!usable && chosen.isEmpty()) {
        continue;
      }
      length += sentences.length(sentence) + 1;
      if (!usable || length > SummarySentences.MAX_LENGTH + 1) {
        break;
      }
      chosen.add(sentence);
      safe = english || endsSafely(body, sentence) ? chosen.size() : safe;
      if (safe == MAX_SENTENCES) {
        break;
      }
    }
    return chosen.subList(0, safe);
  }

  private static boolean endsSafely(AnalysedText body, Sentence sentence) {
    int end = SentenceEnds.terminal(body.tokens(), sentence);
    boolean point = body.tokens().get(end).text().equals(".");
    boolean lastInParagraph =
        body.paragraphs().get(sentence.paragraph()).end()
            == body.tokens().get(sentence.endToken() - 1).end();
    return lastInParagraph
        || (point
            ? body.tokens().get(end - 1).isWord()
                && body.tokens().get(end - 1).text().length() >= SAFE_WORD
            : !body.tokens().get(end).isWord());
  }

  private static List<Sentence> best(
      Analysis analysis,
      List<Sentence> looked,
      SummarySentences sentences,
      EnrichedArticle.Builder result) {
    List<Sentence> candidates = new ArrayList<>();
    List<Sentence> personal = new ArrayList<>();
    for (Sentence sentence : looked) {
      if (sentences.isWhole(sentence) && sentences.standsAlone(sentence)) {
        (sentences.isPersonal(sentence) ? personal : candidates).add(sentence);
      }
    }
    SentenceRank rank = new SentenceRank(analysis, result);
    List<Sentence> chosen = new ArrayList<>();
    choose(MAX_SENTENCES, candidates, chosen, rank, sentences);
    choose(MIN_SENTENCES, personal, chosen, rank, sentences);
    chosen.sort(Comparator.comparingInt(Sentence::firstToken));
    return chosen;
  }

  private static void choose(
      int count,
      List<Sentence> candidates,
      List<Sentence> chosen,
      SentenceRank rank,
      SummarySentences sentences) {
    int room = SummarySentences.MAX_LENGTH;
    for (Sentence sentence : chosen) {
      room -= sentences.length(sentence) + 1;
    }
    while (chosen.size() < count) {
      Sentence next = rank.best(candidates, room, sentences);
      if (next == null) {
        return;
      }
      chosen.add(next);
      candidates.remove(next);
      rank.take(next);
      room -= sentences.length(next) + 1;
    }
  }
}
