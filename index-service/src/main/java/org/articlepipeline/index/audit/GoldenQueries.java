package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.SortOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** The queries that a new index is tried with: the serving index's own, and the newsroom's. */
final class GoldenQueries {
  private static final List<String> NAMES =
      List.of("peopleNames", "organisationNames", "placeNames");
  private static final int OF_EACH = 10;
  private static final int HEADLINES = 30;
  private static final int PHRASE_WORDS = 4;

  private GoldenQueries() {}

  /** A line of the file can't be used; says which, and why. */
  static final class BadFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadFileException(String message) {
      super(message);
    }
  }

  /**
   * The most frequent names of people, organisations and places, and the first words of the newest
   * headlines: about 60, fewer of a small index.
   */
  static List<GoldenQuery> derived(ElasticsearchConnection elasticsearch, String serving) {
    Set<String> words = new LinkedHashSet<>();
    elasticsearch
        .call(
            client ->
                client.search(
                    search -> {
                      NAMES.forEach(
                          field ->
                              search.aggregations(
                                  field, f -> f.terms(terms -> terms.field(field).size(OF_EACH))));
                      return search.index(serving).size(0);
                    },
                    Void.class))
        .aggregations()
        .values()
        .stream()
        .filter(found -> found.isSterms())
        .flatMap(found -> found.sterms().buckets().array().stream())
        .forEach(bucket -> words.add(phrase(bucket.key().stringValue())));
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(serving)
                            .size(HEADLINES)
                            .query(query -> query.exists(exists -> exists.field("headline")))
                            .source(source -> source.filter(f -> f.includes("headline")))
                            .sort(by -> by.field(f -> f.field("ingestedAt").order(SortOrder.Desc)))
                            .sort(by -> by.field(f -> f.field("uri"))),
                    JsonNode.class))
        .hits()
        .hits()
        .forEach(
            hit -> {
              JsonNode source = hit.source();
              words.add(phrase(source == null ? "" : source.path("headline").asText()));
            });
    words.remove("");
    return words.stream().map(each -> new GoldenQuery(each, List.of())).toList();
  }

  /** Without what would be an operator. */
  private static String phrase(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(PHRASE_WORDS)
        .collect(Collectors.joining(" "));
  }

  /**
   * @throws BadFileException when it is missing, or a line is no query
   */
  static List<GoldenQuery> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new BadFileException("%s can't be read: %s".formatted(file, e));
    }
    List<GoldenQuery> queries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        queries.add(query(lines.get(i), file + ", line " + (i + 1)));
      }
    }
    return queries;
  }

  private static GoldenQuery query(String line, String where) {
    JsonNode json;
    try {
      json = ElasticsearchConnection.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadFileException("%s: no JSON: %s".formatted(where, e.getOriginalMessage()));
    }
    List<String> uris = new ArrayList<>();
    json.path("uris").forEach(uri -> uris.add(uri.asText()));
    String words = json.path("query").asText();
    if (words.isBlank() || uris.isEmpty()) {
      throw new BadFileException(
          where + ": write {\"query\": \"words\", \"uris\": [\"the best\", \"the next\", …]}");
    }
    return new GoldenQuery(words, List.copyOf(uris));
  }
}
