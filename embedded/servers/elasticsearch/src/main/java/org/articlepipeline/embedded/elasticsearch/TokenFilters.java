package org.articlepipeline.embedded.elasticsearch;

import static org.articlepipeline.embedded.elasticsearch.Filter.configured;
import static org.articlepipeline.embedded.elasticsearch.Filter.multiplying;
import static org.articlepipeline.embedded.elasticsearch.Filter.normalizing;
import static org.articlepipeline.embedded.elasticsearch.Filter.plain;
import static org.articlepipeline.embedded.elasticsearch.Tokenizers.maxGram;
import static org.articlepipeline.embedded.elasticsearch.Tokenizers.minGram;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

final class TokenFilters {
  static final Map<String, AnalysisProvider<TokenFilterFactory>> BY_NAME =
      Map.ofEntries(
          Map.entry("asciifolding", (i, e, name, s) -> AsciiFolding.of(name, s)),
          Map.entry("lowercase", normalizing((e, s) -> LowerCaseFilter::new)),
          Map.entry("uppercase", normalizing((e, s) -> UpperCaseFilter::new)),
          Map.entry("trim", normalizing((e, s) -> TrimFilter::new)),
          Map.entry("elision", normalizing(TokenFilters::elision)),
          Map.entry("porter_stem", plain(s -> PorterStemFilter::new)),
          Map.entry("kstem", plain(s -> KStemFilter::new)),
          Map.entry("stemmer", plain(Stemmers::stemmer)),
          Map.entry("snowball", plain(Stemmers::snowball)),
          Map.entry("flatten_graph", plain(s -> FlattenGraphFilter::new)),
          Map.entry("remove_duplicates", plain(s -> RemoveDuplicatesTokenFilter::new)),
          Map.entry("length", plain(TokenFilters::length)),
          Map.entry("truncate", plain(TokenFilters::truncate)),
          Map.entry(
              "keyword_marker", requiresAnalysisSettings(configured(TokenFilters::keywordMarker))),
          Map.entry("ngram", multiplying(TokenFilters::nGram)),
          Map.entry("edge_ngram", multiplying(TokenFilters::edgeNGram)),
          Map.entry("word_delimiter_graph", multiplying(WordDelimiter::filter)),
          Map.entry(
              "synonym",
              requiresAnalysisSettings((i, e, name, s) -> new Synonyms(name, e, s, false))),
          Map.entry(
              "synonym_graph",
              requiresAnalysisSettings((i, e, name, s) -> new Synonyms(name, e, s, true))));

  private TokenFilters() {}

  private static UnaryOperator<TokenStream> elision(Environment environment, Settings settings) {
    CharArraySet given = Analysis.parseArticles(environment, settings);
    CharArraySet articles = given == null ? FrenchAnalyzer.DEFAULT_ARTICLES : given;
    return tokens -> new ElisionFilter(tokens, articles);
  }

  private static UnaryOperator<TokenStream> length(Settings settings) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return tokens -> new LengthFilter(tokens, min, max);
  }

  private static UnaryOperator<TokenStream> truncate(Settings settings) {
    int length = settings.getAsInt("length", 10);
    return tokens -> TruncateTokenFilter.truncateAfterChars(tokens, length);
  }

  private static UnaryOperator<TokenStream> keywordMarker(
      Environment environment, Settings settings) {
    CharArraySet words = CharArraySet.copy(Analysis.getWordSet(environment, settings, "keywords"));
    return tokens -> new SetKeywordMarkerFilter(tokens, words);
  }

  private static UnaryOperator<TokenStream> nGram(Environment environment, Settings settings) {
    int min = minGram(settings);
    int max = maxGram(settings);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return tokens -> new NGramTokenFilter(tokens, min, max, keep);
  }

  private static UnaryOperator<TokenStream> edgeNGram(Environment environment, Settings settings) {
    int min = minGram(settings);
    int max = maxGram(settings);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return tokens -> new EdgeNGramTokenFilter(tokens, min, max, keep);
  }
}
