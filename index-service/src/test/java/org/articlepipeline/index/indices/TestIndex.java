package org.articlepipeline.index.indices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * An index of articles for one test, with the real mapping and an alias that hides what the real
 * one hides. Spoken to as a frontend does, in plain HTTP, whatever server is behind.
 */
public final class TestIndex implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String index;
  private final String alias;

  /**
   * @param url of Elasticsearch
   * @param alias what readers query; the index is {@code alias-1}
   */
  public TestIndex(String url, String alias) {
    this.url = url;
    this.alias = alias;
    this.index = alias + "-1";
    ObjectNode template =
        IndexTemplate.articles(new IndexSettings(1, 0, "1s")).body().path("template").deepCopy();
    template
        .putObject("aliases")
        .putObject(alias)
        .set("filter", IndexTemplate.json("articles-filter.json"));
    ok("PUT", "/" + index, template.toString());
  }

  public String index() {
    return index;
  }

  public String alias() {
    return alias;
  }

  /**
   * Written as the service writes it at {@code now}; searchable after {@link #refresh}.
   *
   * @return the status: 409 when the index has something newer
   */
  public int put(EnrichedArticle article, Instant now) {
    String id = URLEncoder.encode(DocumentId.of(article.getUri()), UTF_8);
    HttpResponse<String> answer =
        send(
            "PUT",
            "/%s/_doc/%s?version_type=external_gte&version=%d"
                .formatted(index, id, Indexable.writtenVersion(article, now)),
            new String(ArticleDocument.toIndex(article, now), UTF_8));
    if (answer.statusCode() == HttpStatus.CONFLICT) {
      return HttpStatus.CONFLICT;
    }
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.statusCode();
  }

  public void refresh() {
    ok("POST", "/" + index + "/_refresh", "");
  }

  /** The uris of what a search through the alias finds, in its order. */
  public List<String> find(String query) {
    return uris(ok("POST", "/" + alias + "/_search", "{\"query\": %s}".formatted(query)));
  }

  public static List<String> uris(JsonNode answer) {
    List<String> uris = new ArrayList<>();
    answer.at("/hits/hits").forEach(hit -> uris.add(hit.at("/_source/uri").asText()));
    return uris;
  }

  /** The answer to a request that must succeed. */
  public JsonNode ok(String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    if (answer.statusCode() >= ElasticsearchConnection.MULTIPLE_CHOICES) {
      throw new AssertionError(
          "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return json(answer.body());
  }

  public HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return ElasticsearchConnection.JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    ok("DELETE", "/" + index, "");
    http.close();
  }
}
