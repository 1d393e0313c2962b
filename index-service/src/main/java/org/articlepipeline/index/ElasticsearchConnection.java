package org.articlepipeline.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one cluster, through the client's transport: JSON in, JSON out. Requests are the
 * documented REST API's, because templates and mappings are JSON files and because bulk answers are
 * judged by what came over the wire. Used from any thread.
 */
public final class ElasticsearchConnection implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final int MULTIPLE_CHOICES = 300;

  private final Rest5Client client;
  private final String address;

  private ElasticsearchConnection(Rest5Client client, String address) {
    this.client = client;
    this.address = address;
  }

  /** Connects when first used, so that a cluster that is down is no error here. */
  public static ElasticsearchConnection open(ElasticsearchConfig config) {
    List<URI> urls = config.url();
    Header[] headers =
        authorization(config)
            .map(value -> new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value, true)})
            .orElseGet(() -> new Header[0]);
    Rest5Client client =
        Rest5Client.builder(urls)
            .setDefaultHeaders(headers)
            .setConnectionConfigCallback(
                connection ->
                    connection.setSocketTimeout(
                        Math.toIntExact(config.responseTimeout().toMillis()),
                        TimeUnit.MILLISECONDS))
            .build();
    return new ElasticsearchConnection(
        client, urls.stream().map(URI::toString).collect(Collectors.joining(",")));
  }

  /** Base URL, or several separated by commas: for messages. */
  String address() {
    return address;
  }

  Rest5Client client() {
    return client;
  }

  /**
   * @throws ElasticsearchException for every status over 299, and when there is no answer
   */
  JsonNode call(String method, String path, @Nullable JsonNode body) {
    Request request = new Request(method, path);
    if (body != null) {
      request.setJsonEntity(body.toString());
    }
    try {
      Response response = answer(request);
      if (refuses(response)) {
        throw new ElasticsearchException(
            response.getStatusCode(),
            "Elasticsearch at %s answered %d to %s %s: %s"
                .formatted(
                    address,
                    response.getStatusCode(),
                    method,
                    path,
                    ErrorText.of(error(response))));
      }
      return read(response);
    } catch (IOException e) {
      throw new ElasticsearchException(0, noAnswer(e));
    }
  }

  /** As {@link #call}, with nothing when it answers 404. */
  Optional<JsonNode> find(String path) {
    try {
      return Optional.of(call("GET", path, null));
    } catch (ElasticsearchException e) {
      if (e.status() == Outcome.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What is wrong when the cluster is asked now; nothing when it answers in time. */
  Optional<String> problem(Duration timeout) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    client.performRequestAsync(
        new Request("GET", "/_cluster/health?filter_path=status"),
        new ResponseListener() {
          @Override
          public void onSuccess(Response response) {
            answer.complete(Optional.empty());
          }

          @Override
          public void onFailure(Exception e) {
            answer.complete(
                Optional.of(
                    e instanceof ResponseException refused
                        ? "Elasticsearch at %s answers %d"
                            .formatted(address, refused.getResponse().getStatusCode())
                        : noAnswer(e)));
          }
        });
    return answer
        .completeOnTimeout(
            Optional.of(
                "Elasticsearch at %s has not answered for %d ms"
                    .formatted(address, timeout.toMillis())),
            timeout.toMillis(),
            TimeUnit.MILLISECONDS)
        .join();
  }

  String noAnswer(Throwable cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return "Elasticsearch does not answer at %s (%s)".formatted(address, reason);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some refusals come as an answer, others as an exception. */
  private Response answer(Request request) throws IOException {
    try {
      return client.performRequest(request);
    } catch (ResponseException e) {
      return e.getResponse();
    }
  }

  static boolean refuses(Response response) {
    return response.getStatusCode() >= MULTIPLE_CHOICES;
  }

  private static JsonNode read(Response response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? MissingNode.getInstance() : JSON.readTree(entity.getContent());
  }

  /** The error that an answer carries; a proxy's page is no JSON and stays unsaid. */
  static JsonNode error(Response refused) {
    try {
      return read(refused).path("error");
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<String> authorization(ElasticsearchConfig config) {
    return config
        .apiKey()
        .map(key -> "ApiKey " + key)
        .or(
            () ->
                config
                    .username()
                    .map(user -> user + ":" + config.password().orElse(""))
                    .map(
                        pair ->
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))));
  }
}
