package org.articlepipeline.embedded.elasticsearch;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Filters {@code synonym} and {@code synonym_graph}: rules in Solr's format, inline or from a file,
 * parsed by the part of the chain that stands before the filter.
 */
record Synonyms(String name, Environment environment, Settings settings, boolean graph)
    implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    throw new IllegalStateException("Call getChainAwareTokenFilterFactory first");
  }

  @Override
  public AnalysisMode getAnalysisMode() {
    boolean updateable = settings.getAsBoolean("updateable", false);
    return updateable ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
  }

  @Override
  public TokenFilterFactory getChainAwareTokenFilterFactory(
      IndexCreationContext context,
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> before,
      Function<String, TokenFilterFactory> all) {
    var chain =
        new CustomAnalyzer(
            tokenizer,
            charFilters.toArray(CharFilterFactory[]::new),
            before.stream()
                .map(TokenFilterFactory::getSynonymFilter)
                .toArray(TokenFilterFactory[]::new));
    return new Parsed(name, rules(chain), graph, getAnalysisMode());
  }

  private SynonymMap rules(Analyzer chain) {
    List<String> rules = Analysis.getWordList(environment, settings, "synonyms");
    if (rules == null) {
      throw new IllegalArgumentException("[" + name + "] needs `synonyms` or `synonyms_path`");
    }
    var parser = new SolrSynonymParser(true, settings.getAsBoolean("expand", true), chain);
    try {
      parser.parse(new StringReader(String.join("\n", rules)));
      return parser.build();
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException("[" + name + "] has a rule that cannot be read", e);
    }
  }

  private record Parsed(String name, SynonymMap rules, boolean graph, AnalysisMode mode)
      implements TokenFilterFactory {
    /** Lucene's flat filter is deprecated, and still what Elasticsearch's {@code synonym} is. */
    @SuppressWarnings("deprecation")
    @Override
    public TokenStream create(TokenStream tokens) {
      if (rules.fst == null) {
        return tokens;
      }
      return graph
          ? new SynonymGraphFilter(tokens, rules, false)
          : new SynonymFilter(tokens, rules, false);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      return IDENTITY_FILTER;
    }

    @Override
    public AnalysisMode getAnalysisMode() {
      return mode;
    }
  }
}
