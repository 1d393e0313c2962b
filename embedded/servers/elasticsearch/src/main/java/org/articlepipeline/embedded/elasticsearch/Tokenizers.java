package org.articlepipeline.embedded.elasticsearch;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

final class Tokenizers {
  static final Map<String, AnalysisProvider<TokenizerFactory>> BY_NAME =
      Map.of(
          "keyword", tokenizer(s -> KeywordTokenizer::new),
          "whitespace", tokenizer(s -> WhitespaceTokenizer::new),
          "letter", tokenizer(s -> LetterTokenizer::new),
          "ngram", tokenizer(s -> () -> new NGramTokenizer(minGram(s), maxGram(s))),
          "edge_ngram", tokenizer(s -> () -> new EdgeNGramTokenizer(minGram(s), maxGram(s))));

  private Tokenizers() {}

  static int minGram(Settings settings) {
    return settings.getAsInt("min_gram", 1);
  }

  static int maxGram(Settings settings) {
    return settings.getAsInt("max_gram", 2);
  }

  private static AnalysisProvider<TokenizerFactory> tokenizer(
      Function<Settings, Supplier<Tokenizer>> make) {
    return (index, environment, name, settings) ->
        TokenizerFactory.newFactory(name, make.apply(settings));
  }
}
