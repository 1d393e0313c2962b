package org.articlepipeline.index.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** A new index has the fields that the queries of docs/searching.md use, with their types. */
final class MappingCheck {
  private MappingCheck() {}

  /** Path to type. */
  static Map<String, String> searched() {
    try (InputStream in =
        Objects.requireNonNull(MappingCheck.class.getResourceAsStream("searched-fields.json"))) {
      return ElasticsearchConnection.JSON.readValue(
          in, new TypeReference<TreeMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param candidate fields of the new index, by path, with their types
   */
  static GateReport.Check check(Map<String, String> candidate) {
    Map<String, String> searched = searched();
    List<String> regressions = new ArrayList<>();
    searched.forEach(
        (path, type) -> {
          String is = candidate.get(path);
          if (!type.equals(is)) {
            regressions.add(
                "%s: %s, but queries need %s".formatted(path, is == null ? "missing" : is, type));
          }
        });
    return GateReport.Check.of(
        "mapping", "%d fields that queries use".formatted(searched.size()), regressions);
  }
}
