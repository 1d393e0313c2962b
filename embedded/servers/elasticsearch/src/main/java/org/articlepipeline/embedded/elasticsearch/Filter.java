package org.articlepipeline.embedded.elasticsearch;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** A token filter made from a function, in the three kinds that Elasticsearch tells apart. */
@FunctionalInterface
interface Filter {
  UnaryOperator<TokenStream> of(Environment environment, Settings settings) throws IOException;

  /** A filter that takes only settings. */
  interface BySettings {
    UnaryOperator<TokenStream> of(Settings settings);
  }

  /** One token in, one token out by the characters alone: may be part of a normalizer. */
  static AnalysisProvider<TokenFilterFactory> normalizing(Filter filter) {
    return (index, environment, name, settings) ->
        new Normalizing(name, filter.of(environment, settings));
  }

  static AnalysisProvider<TokenFilterFactory> plain(BySettings filter) {
    return (index, environment, name, settings) -> new Plain(name, filter.of(settings), true);
  }

  static AnalysisProvider<TokenFilterFactory> configured(Filter filter) {
    return (index, environment, name, settings) ->
        new Plain(name, filter.of(environment, settings), true);
  }

  /**
   * Makes several tokens of one: refused before a synonym filter, whose rules it would tear apart.
   */
  static AnalysisProvider<TokenFilterFactory> multiplying(Filter filter) {
    return (index, environment, name, settings) ->
        new Plain(name, filter.of(environment, settings), false);
  }

  record Normalizing(String name, UnaryOperator<TokenStream> filter)
      implements NormalizingTokenFilterFactory {
    @Override
    public TokenStream create(TokenStream tokens) {
      return filter.apply(tokens);
    }
  }

  record Plain(String name, UnaryOperator<TokenStream> filter, boolean parsesSynonyms)
      implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream tokens) {
      return filter.apply(tokens);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      if (!parsesSynonyms) {
        throw new IllegalArgumentException(
            "Token filter [" + name + "] cannot be used to parse synonyms");
      }
      return this;
    }
  }
}
