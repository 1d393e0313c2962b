package org.articlepipeline.embedded.elasticsearch;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/**
 * @param keep also emits the unfolded token; never in normalizers or synonym rules, which take one
 *     token for one
 */
record AsciiFolding(String name, boolean keep) implements NormalizingTokenFilterFactory {
  static TokenFilterFactory of(String name, Settings settings) {
    return new AsciiFolding(name, settings.getAsBoolean("preserve_original", false));
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, keep);
  }

  @Override
  public TokenStream normalize(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, false);
  }

  @Override
  public TokenFilterFactory getSynonymFilter() {
    return new AsciiFolding(name, false);
  }
}
