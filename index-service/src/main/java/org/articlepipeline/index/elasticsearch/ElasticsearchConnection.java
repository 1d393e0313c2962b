package org.articlepipeline.index.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.instrumentation.NoopInstrumentation;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;

/** Connections to one cluster, through the Java client. Used from any thread. */
public final class ElasticsearchConnection implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();

  public static final int MULTIPLE_CHOICES = 300;

  private final ElasticsearchTransport transport;
  private final ElasticsearchClient client;
  private final String address;
  private final Duration responseTimeout;
  private CompletableFuture<Optional<String>> health =
      CompletableFuture.completedFuture(Optional.empty());

  private ElasticsearchConnection(
      ElasticsearchTransport transport, String address, Duration responseTimeout) {
    this.transport = transport;
    this.client = new ElasticsearchClient(transport);
    this.address = address;
    this.responseTimeout = responseTimeout;
  }

  /** Connects when first used, so that a cluster that is down is no error here. */
  public static ElasticsearchConnection open(ElasticsearchConfig config) {
    return open(config, config.responseTimeout());
  }

  /** The same for somebody who waits no longer than this. */
  public static ElasticsearchConnection open(ElasticsearchConfig config, Duration responseTimeout) {
    List<URI> urls = config.url();
    Header[] headers =
        authorization(config)
            .map(value -> new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value, true)})
            .orElseGet(() -> new Header[0]);
    Rest5Client client =
        Rest5Client.builder(urls)
            .setDefaultHeaders(headers)
            .setHttpClientConfigCallback(http -> http.setRetryStrategy(new CallsAlone()))
            // The client's own default is to wait for ever, and wins over a connection's.
            .setRequestConfigCallback(
                request ->
                    request.setResponseTimeout(responseTimeout.toMillis(), TimeUnit.MILLISECONDS))
            .build();
    return new ElasticsearchConnection(
        new Rest5ClientTransport(
            client, new JacksonJsonpMapper(JSON), null, NoopInstrumentation.INSTANCE),
        urls.stream().map(URI::toString).collect(Collectors.joining(",")),
        responseTimeout);
  }

  /** Base URL, or several separated by commas: for messages. */
  public String address() {
    return address;
  }

  /** What it throws and completes with, {@link #failure} tells. */
  public ElasticsearchAsyncClient async() {
    return new ElasticsearchAsyncClient(transport);
  }

  /** Something to ask the client. */
  public interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  /**
   * @throws ElasticsearchException for every status over 299, and when there is no answer
   */
  public <T> T call(Question<T> question) {
    try {
      return question.ask(client);
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  /** As {@link #call}, with nothing when it answers 404. */
  public <T> Optional<T> find(Question<T> question) {
    try {
      return Optional.of(call(question));
    } catch (ElasticsearchException e) {
      if (e.status() == HttpStatus.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What is wrong when the cluster is asked now; nothing when it answers in time. */
  public Optional<String> problem(Duration timeout) {
    return asked()
        .completeOnTimeout(
            Optional.of(
                "Elasticsearch at %s has not answered for %d ms"
                    .formatted(address, timeout.toMillis())),
            timeout.toMillis(),
            TimeUnit.MILLISECONDS)
        .join();
  }

  /** One question at a time: those that hang must not take all connections from the bulks. */
  private synchronized CompletableFuture<Optional<String>> asked() {
    if (health.isDone()) {
      health =
          async()
              .cluster()
              .health()
              .handle(
                  (answer, e) ->
                      e == null
                          ? Optional.empty()
                          : Optional.of(String.valueOf(failure(e).getMessage())));
    }
    return health.copy();
  }

  /** How long a request may take before it counts as lost. */
  public Duration responseTimeout() {
    return responseTimeout;
  }

  /** The client has several kinds of exceptions; here they differ by the HTTP status alone. */
  public ElasticsearchException failure(Throwable thrown) {
    Throwable cause = thrown;
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      cause = thrown.getCause();
    }
    return switch (cause) {
      case co.elastic.clients.elasticsearch._types.ElasticsearchException refused ->
          refused(
              refused.httpResponse().statusCode(),
              refused.endpointId(),
              ErrorText.of(refused.error()));
      // This is what 502, 503 and 504 come as.
      case ResponseException refused ->
          refused(
              refused.getResponse().getStatusCode(),
              refused.getResponse().getRequestLine().getUri(),
              reason(() -> refused.getResponse().getEntity().getContent()));
      case TransportException refused when refused.statusCode() >= MULTIPLE_CHOICES ->
          refused(
              refused.statusCode(),
              refused.endpointId(),
              reason(() -> refused.response().body().asInputStream()));
      case IOException none when !(none instanceof TransportException) -> silent(none);
      case TimeoutException none -> silent(none);
      default ->
          new ElasticsearchException(
              0, "the answer from %s can't be read (%s)".formatted(address, cause), "");
    };
  }

  private ElasticsearchException silent(Exception none) {
    String why = Objects.requireNonNullElse(none.getMessage(), none.getClass().getSimpleName());
    return new ElasticsearchException(
        0, "Elasticsearch does not answer at %s (%s)".formatted(address, why), "");
  }

  private ElasticsearchException refused(int status, String endpoint, String reason) {
    return new ElasticsearchException(
        status,
        "Elasticsearch at %s answered %d to %s: %s".formatted(address, status, endpoint, reason),
        reason);
  }

  /** A proxy's page is no JSON and stays unsaid. */
  private String reason(Body answer) {
    try {
      JsonpMapper mapper = transport.jsonpMapper();
      JsonParser body = mapper.jsonProvider().createParser(answer.content());
      return ErrorText.of(ErrorResponse._DESERIALIZER.deserialize(body, mapper).error());
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  private interface Body {
    InputStream content() throws IOException;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
