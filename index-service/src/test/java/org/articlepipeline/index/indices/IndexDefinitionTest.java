package org.articlepipeline.index.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may want different, and what a mistake is answered with. */
final class IndexDefinitionTest {
  private static final IndexTemplate TEMPLATE =
      IndexTemplate.articles(new IndexSettings(1, 0, "1s"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"mappings\": {\"properties\": {,}}} | line 1, column 30: Unexpected character",
        "[] | the mapping must be an object",
        "'' | the mapping must be an object",
        "{} {} | line 1, column 4",
        "{\"properties\": {}} | properties can't be given here, only [mappings, settings]",
        "{\"settings\": {\"number_of_replicas\": 3}} | settings.number_of_replicas can't be given here, only [analysis]",
        "{\"mappings\": {\"dynamic\": true}} | mappings.dynamic must be \"strict\"",
        "{\"mappings\": {\"properties\": {\"byline\": \"text\"}}} | mappings.properties.byline must be an object"
      })
  void aMistakeIsNamedWithItsPlace(String text, String answer) {
    assertThatThrownBy(() -> IndexDefinition.parse(text))
        .isInstanceOf(BadDefinitionException.class)
        .hasMessageContaining(answer);
  }

  @Test
  void whatIsDifferentIsMarkedInTheIndex() {
    IndexDefinition definition =
        IndexDefinition.parse(
            "{\"mappings\": {\"properties\": {\"mood\": {\"type\": \"keyword\"}}}}");
    JsonNode body = definition.body(TEMPLATE);
    assertThat(body.at("/mappings/properties/mood/type").asText()).isEqualTo("keyword");
    assertThat(body.at("/mappings/_meta/custom").asBoolean()).isTrue();
    assertThat(body.at("/mappings/_meta/hash").asText()).hasSize(64).isNotEqualTo(TEMPLATE.hash());
    assertThat(IndexDefinition.ours().body(TEMPLATE)).isEmpty();
  }
}
