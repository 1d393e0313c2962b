package org.articlepipeline.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleQueryTest {
  @ParameterizedTest
  @ValueSource(strings = {"full-text.json", "misspelt.json"})
  void theDocumentedQueryIsTheOneThatIsUsed(String shape) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ArticleQuery.class.getResourceAsStream(shape), shape)) {
      JsonNode query = ElasticsearchConnection.JSON.readTree(in);
      String page = Files.readString(Path.of("..", "docs", "searching.md"));
      assertThat(page.split("```\\w*\\n"))
          .as("docs/searching.md has the content of %s", shape)
          .anySatisfy(block -> assertThat(tree(block)).isEqualTo(query));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"tide mill\"", "+tide mill", "tide -mill", "tide | mill", "tid* mill"})
  void whoUsesAnOperatorGetsWhatHasAllWords(String typed) {
    assertThat(ArticleQuery.fullText(typed).toString())
        .contains("\"default_operator\":\"and\"")
        .doesNotContain("40%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tide mill", "‘Tide’ - a mill", "tide-mill", "why a mill?", "5 + 3"})
  void ordinaryTextIsNoOperator(String typed) {
    assertThat(ArticleQuery.fullText(typed).toString()).contains("40%");
  }

  @Test
  void aPastedPageIsCut() {
    assertThat(ArticleQuery.misspelt("word ".repeat(5_000)).toString())
        .contains("word ".repeat(ArticleQuery.MOST_WORDS).strip() + "\"");
  }

  private static JsonNode tree(String block) throws IOException {
    return block.startsWith("{")
        ? ElasticsearchConnection.JSON.readTree(block)
        : MissingNode.getInstance();
  }
}
