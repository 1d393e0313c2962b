package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analysis components that the embedded node has in place of the distribution's module. */
@UsesStack
class AnalysisIT {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

  private static final String INDEX =
      """
      {"settings": {"number_of_replicas": 0, "analysis": {
        "char_filter": {
          "ampersand": {"type": "mapping", "mappings": ["& => and"]},
          "digits": {"type": "pattern_replace", "pattern": "[0-9]+", "replacement": "#"}},
        "tokenizer": {"prefixes": {"type": "edge_ngram", "min_gram": 2, "max_gram": 3}},
        "filter": {
          "possessive": {"type": "stemmer", "language": "possessive_english"},
          "both": {"type": "asciifolding", "preserve_original": true},
          "prefix": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4},
          "parts": {"type": "word_delimiter_graph", "catenate_all": true},
          "keep": {"type": "keyword_marker", "keywords": ["running"]},
          "same": {"type": "synonym_graph", "synonyms": ["uk, united kingdom"]},
          "short": {"type": "truncate", "length": 3}},
        "normalizer": {"folded": {"type": "custom", "filter": ["lowercase", "asciifolding", "trim"]}},
        "analyzer": {
          "as_you_type": {"tokenizer": "standard", "filter": ["lowercase", "prefix"]},
          "stems": {"tokenizer": "standard", "filter": ["possessive", "lowercase", "keep", "porter_stem"]},
          "folds": {"tokenizer": "whitespace", "filter": ["both"]},
          "elides": {"tokenizer": "standard", "filter": ["elision", "lowercase"]},
          "words": {"tokenizer": "keyword", "filter": ["parts", "flatten_graph"]},
          "synonyms": {"tokenizer": "standard", "filter": ["lowercase", "same"]},
          "html": {"tokenizer": "standard", "char_filter": ["html_strip", "ampersand", "digits"]},
          "starts": {"tokenizer": "prefixes", "filter": ["uppercase"]},
          "cut": {"tokenizer": "letter", "filter": ["short", "remove_duplicates"]}}}}}
      """;

  @BeforeAll
  static void createIndex(EmbeddedStack stack) {
    Http.put(stack.elasticsearch().url() + "/analysis", INDEX);
  }

  @ParameterizedTest
  @CsvSource({
    "as_you_type, Legend, le leg lege",
    "stems, Kanye's running ponies, kany running poni",
    "folds, café, cafe café",
    "elides, L'avion, avion",
    "words, Wi-Fi, WiFi Wi Fi",
    "synonyms, UK, united uk kingdom",
    "html, <p>R&B 2022</p>, RandB",
    "starts, news, NE NEW",
    "cut, 'Grammys won, twice', Gra won twi",
    "english, The running horses, run hors",
    "french, les chevaux, cheval",
    "german, die Häuser, haus"
  })
  void analyzesAsAFullDistributionDoes(
      String analyzer, String text, String tokens, EmbeddedStack stack) {
    assertThat(analyze(stack, "analyzer", analyzer, text)).isEqualTo(tokens);
  }

  @Test
  void normalizesKeywords(EmbeddedStack stack) {
    assertThat(analyze(stack, "normalizer", "folded", " Beyoncé ")).isEqualTo("beyonce");
  }

  private static String analyze(EmbeddedStack stack, String by, String name, String text) {
    String request = "{\"%s\": \"%s\", \"text\": \"%s\"}".formatted(by, name, text);
    String answer = Http.post(stack.elasticsearch().url() + "/analysis/_analyze", request);
    return String.join(" ", TOKEN.matcher(answer).results().map(match -> match.group(1)).toList());
  }
}
