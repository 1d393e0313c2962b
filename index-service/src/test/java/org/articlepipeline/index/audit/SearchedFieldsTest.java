package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexTemplate;
import org.junit.jupiter.api.Test;

/** What a new index must have so that the queries of docs/searching.md work. */
final class SearchedFieldsTest {
  private static final Pattern CODE = Pattern.compile("```json(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("\"([A-Za-z]+(?:\\.[A-Za-z]+)*)(?:\\^\\d+)?\"");

  private final Map<String, String> template = new TreeMap<>();

  SearchedFieldsTest() {
    collect(
        "", IndexTemplate.articles(new IndexSettings(1, 0, "1s")).mappings().path("properties"));
  }

  private void collect(String prefix, JsonNode properties) {
    properties
        .properties()
        .forEach(
            property -> {
              String path = prefix + property.getKey();
              template.put(path, property.getValue().path("type").asText("object"));
              collect(path + ".", property.getValue().path("properties"));
              collect(path + ".", property.getValue().path("fields"));
            });
  }

  @Test
  void thisVersionHasThem() {
    assertThat(template).containsAllEntriesOf(MappingCheck.searched());
  }

  @Test
  void everyFieldOfADocumentedQueryIsAmongThem() throws IOException {
    String page = Files.readString(Path.of("../docs/searching.md"));
    String queries =
        CODE.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
    TreeSet<String> used =
        NAME.matcher(queries)
            .results()
            .map(name -> name.group(1))
            .filter(template::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).contains("headline", "people.name");
    assertThat(MappingCheck.searched().keySet()).containsAll(used);
  }
}
