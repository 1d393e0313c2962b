package org.articlepipeline.embedded.elasticsearch;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

final class CharFilters {
  static final Map<String, AnalysisProvider<CharFilterFactory>> BY_NAME =
      Map.of(
          "html_strip",
          (index, environment, name, settings) -> new Plain(name, htmlStrip(settings)),
          "mapping",
          requiresAnalysisSettings(
              (index, environment, name, settings) ->
                  new Normalizing(name, mapping(environment, settings))),
          "pattern_replace",
          requiresAnalysisSettings(
              (index, environment, name, settings) ->
                  new Normalizing(name, patternReplace(settings))));

  private CharFilters() {}

  private record Plain(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }

  /**
   * May be part of a normalizer too: the interface's default {@code normalize} is {@code create}.
   */
  private record Normalizing(String name, UnaryOperator<Reader> filter)
      implements NormalizingCharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }

  private static UnaryOperator<Reader> htmlStrip(Settings settings) {
    Set<String> escaped = Set.copyOf(settings.getAsList("escaped_tags"));
    return reader -> new HTMLStripCharFilter(reader, escaped);
  }

  private static UnaryOperator<Reader> mapping(Environment environment, Settings settings) {
    var map = new NormalizeCharMap.Builder();
    for (String rule : Analysis.getWordList(environment, settings, "mappings")) {
      String[] sides = rule.split("=>", 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException(
            "Invalid mapping rule: [" + rule + "], not 'from => to'");
      }
      map.add(sides[0].strip(), sides[1].strip());
    }
    NormalizeCharMap built = map.build();
    return reader -> new MappingCharFilter(built, reader);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern"));
    String replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }
}
