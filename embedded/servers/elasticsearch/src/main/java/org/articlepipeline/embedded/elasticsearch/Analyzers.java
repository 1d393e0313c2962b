package org.articlepipeline.embedded.elasticsearch;

import static org.elasticsearch.index.analysis.Analysis.parseStemExclusion;
import static org.elasticsearch.index.analysis.Analysis.parseStopWords;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

final class Analyzers {
  static final Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> BY_NAME =
      Map.of(
          "english", language(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
          "french", language(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new),
          "german", language(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new));

  private Analyzers() {}

  /** From the stop words and the words that are not to be stemmed, in this order. */
  private interface Language {
    Analyzer of(CharArraySet stopWords, CharArraySet stemExclusion);
  }

  private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> language(
      CharArraySet defaultStopWords, Language language) {
    return (index, environment, name, settings) -> {
      Analyzer analyzer =
          language.of(
              parseStopWords(environment, settings, defaultStopWords),
              parseStemExclusion(settings, CharArraySet.EMPTY_SET));
      return new AbstractIndexAnalyzerProvider<>(name) {
        @Override
        public Analyzer get() {
          return analyzer;
        }
      };
    };
  }
}
