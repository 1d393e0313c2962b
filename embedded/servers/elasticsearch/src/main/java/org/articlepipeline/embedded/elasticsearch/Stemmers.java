package org.articlepipeline.embedded.elasticsearch;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;

/** Filter {@code stemmer} for the main European languages, and {@code snowball}. */
final class Stemmers {
  private Stemmers() {}

  static UnaryOperator<TokenStream> snowball(Settings settings) {
    String language = settings.get("language", "English");
    return tokens -> new SnowballFilter(tokens, language);
  }

  static UnaryOperator<TokenStream> stemmer(Settings settings) {
    String language = settings.get("language", settings.get("name", "porter"));
    String name = language.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "english", "porter" -> PorterStemFilter::new;
      case "light_english", "kstem" -> KStemFilter::new;
      case "minimal_english" -> EnglishMinimalStemFilter::new;
      case "possessive_english" -> EnglishPossessiveFilter::new;
      case "porter2" -> tokens -> new SnowballFilter(tokens, "English");
      case "light_french" -> FrenchLightStemFilter::new;
      case "minimal_french" -> FrenchMinimalStemFilter::new;
      case "light_german" -> GermanLightStemFilter::new;
      case "french", "german", "spanish", "italian", "dutch", "portuguese", "swedish", "danish" -> {
        String snowball = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        yield tokens -> new SnowballFilter(tokens, snowball);
      }
      default ->
          throw new IllegalArgumentException(
              "stemmer language [" + language + "] is not in the embedded node");
    };
  }
}
