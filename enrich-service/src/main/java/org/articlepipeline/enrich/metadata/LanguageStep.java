package org.articlepipeline.enrich.metadata;

import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * The language of the text, from its first {@value #LOOKED_AT} characters and what the CMS says.
 *
 * <p>The detector spreads its probability over 103 languages, on short text almost evenly. So the
 * published confidence compares: it is the share of the chosen language against the best other one,
 * 0.5 being a toss-up, as it would be if a short text went on in the same way. The CMS is believed
 * unless the text clearly speaks against it; without a word from the CMS an unsure guess is {@code
 * und}.
 */
public final class LanguageStep implements EnrichmentStep {
  private static final int LOOKED_AT = 600;

  /** Fewer letters say nothing: names and loan words look the same in many languages. */
  private static final int MIN_LETTERS = 25;

  /** How much longer a short text is taken to be. */
  private static final double MAX_STRETCH = 4;

  private static final double SURE = 0.6;

  /** A hint stands unless something else is this many times as likely. */
  private static final double HINT_WORTH = 4;

  private final LanguageDetectorModel model;

  public LanguageStep(LanguageDetectorModel model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "language";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    String hint = LanguageCode.ofHint(analysis.article().getLanguage());
    String text = sample(analysis);
    if (text.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
      result.setLanguage(hint == null ? LanguageCode.UNDETERMINED : hint).setLanguageConfidence(0);
      return;
    }
    Map<String, Double> likely = detect(text);
    String best = likely.entrySet().iterator().next().getKey();
    String language = choose(hint, best, likely);
    double confidence = confidence(language, likely, text.length());
    boolean sure = language.equals(hint) || confidence >= SURE;
    result
        .setLanguage(sure ? language : LanguageCode.UNDETERMINED)
        .setLanguageConfidence(sure ? Math.round(confidence * 1000) / 1000.0 : 0);
  }

  private static String choose(@Nullable String hint, String best, Map<String, Double> likely) {
    if (hint == null) {
      return best;
    }
    double others = likely.getOrDefault(best, 0.0);
    // A language that the detector never learnt can't be spoken against by it, unless it is
    // certain.
    double own = likely.getOrDefault(hint, others < 0.9 ? others : 0.0);
    return own * HINT_WORTH >= others ? hint : best;
  }

  private static double confidence(String language, Map<String, Double> likely, int length) {
    double other =
        likely.entrySet().stream()
            .filter(e -> !e.getKey().equals(language))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(0);
    double own = likely.getOrDefault(language, 0.0);
    double odds = Math.pow(own / other, Math.min(MAX_STRETCH, (double) LOOKED_AT / length));
    return odds / (1 + odds);
  }

  /** The beginning of the body; of the headline too while the body is short. */
  private static String sample(Analysis analysis) {
    String body = analysis.body().text();
    String text = body.length() < LOOKED_AT ? analysis.headline().text() + "\n" + body : body;
    return text.substring(0, Math.min(text.length(), LOOKED_AT));
  }

  /** Likelihoods by language, the best first. */
  private Map<String, Double> detect(String text) {
    // The detector object is cheap; the model, which is not, is shared and only read.
    Language[] languages = new LanguageDetectorME(model).predictLanguages(text);
    Map<String, Double> likely = new LinkedHashMap<>();
    for (Language language : languages) {
      likely.merge(LanguageCode.ofIso3(language.getLang()), language.getConfidence(), Double::sum);
    }
    return likely;
  }
}
