package org.articlepipeline.index.relevance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.search.JudgedQuery;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * The articles of the suite: {@code articles.jsonl} as they were written, {@code
 * documents.jsonl.gz} what {@code articles preview --jsonl} made of them.
 */
record SampleArticles(Map<String, JsonNode> written, List<EnrichedArticle> enriched) {
  private static final String PREFIX = "urn:articles:relevance:";

  /** Their age is fixed, not their date: a newsroom's newest article is of today. */
  static SampleArticles load(Instant now) {
    Map<String, JsonNode> written = new LinkedHashMap<>();
    for (JsonNode article : lines(resource("articles.jsonl"))) {
      written.put(article.path("uri").asText(), article);
    }
    return new SampleArticles(
        written,
        lines(unzipped(resource("documents.jsonl.gz"))).stream()
            .map(document -> enriched((ObjectNode) document, written, now))
            .toList());
  }

  private static EnrichedArticle enriched(
      ObjectNode document, Map<String, JsonNode> written, Instant now) {
    long days =
        Objects.requireNonNull(written.get(document.path("uri").asText())).path("daysAgo").asLong();
    Instant published = now.minus(Duration.ofDays(days)).minus(Duration.ofHours(1));
    document.put("submittedAt", published.toString());
    document.put("datePublished", published.toString());
    return EnrichedJson.article(document);
  }

  /** The queries, with the grades that an agency's version and a mention have by the rules. */
  List<JudgedQuery> queries() {
    List<String> text =
        new BufferedReader(new InputStreamReader(resource("queries.txt"), UTF_8)).lines().toList();
    return JudgedQuery.parse(text, this::named).stream()
        .map(query -> query.judged(withVersionsAndMentions(query.grades())))
        .toList();
  }

  private Map<String, Integer> withVersionsAndMentions(Map<String, Integer> judged) {
    Map<String, Integer> grades = new HashMap<>(judged);
    written.forEach(
        (uri, article) -> {
          int original = grade(judged, article.path("copyOf"));
          if (original > 0) {
            grades.merge(uri, original, Math::max);
          }
          for (JsonNode mentioned : article.path("mentions")) {
            if (grade(judged, mentioned) >= 2) {
              grades.merge(uri, 1, Math::max);
            }
          }
        });
    return grades;
  }

  private static int grade(Map<String, Integer> grades, JsonNode name) {
    return grades.getOrDefault(PREFIX + name.asText(), 0);
  }

  private List<String> named(String name) {
    if (name.startsWith("by:")) {
      String byline = "By " + name.substring("by:".length()).replace('_', ' ');
      return written.keySet().stream()
          .filter(
              uri ->
                  byline.equals(Objects.requireNonNull(written.get(uri)).path("byline").asText()))
          .toList();
    }
    PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + name);
    return written.keySet().stream()
        .filter(uri -> pattern.matches(Path.of(uri.substring(PREFIX.length()))))
        .toList();
  }

  private static List<JsonNode> lines(InputStream in) {
    try (var values =
        ElasticsearchConnection.JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      return values.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream unzipped(InputStream in) {
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        SampleArticles.class.getResourceAsStream("/relevance/" + name), name);
  }
}
