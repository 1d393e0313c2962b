package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.articlepipeline.ingest.IngestConfig;
import org.articlepipeline.ingest.Rules;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.ArticleSubmission;

/** A gateway on a free port whose articles go into a list. */
final class TestGateway implements AutoCloseable {
  static final String SOURCE = "daily-bugle";
  static final String JOURNEY = "http://example.org/articles/{uri}/journey";

  final ApiKey key = ApiKey.create(SOURCE);
  final ApiKey otherKey = ApiKey.create("harbour-news");
  final List<Intake.Outgoing> published = new CopyOnWriteArrayList<>();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Path keysFile;

  /** What Kafka does with them. */
  volatile Consumer<List<Intake.Outgoing>> kafka = published::addAll;

  private final Gateway gateway;
  private final HttpClient client = HttpClient.newHttpClient();

  TestGateway(Path folder, Map<String, String> settings) throws IOException {
    keysFile = folder.resolve("keys");
    Files.writeString(keysFile, key.line() + "\n" + otherKey.line() + "\n");
    gateway =
        Gateway.build(
            config(keysFile, settings), this::publisher, Rules::refusal, Rules.feeds(), meters);
    gateway.start();
  }

  static GatewayConfig config(Path keysFile, Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "articles.kafka.bootstrap-servers", "127.0.0.1:1",
                "articles.registry.url", "http://127.0.0.1:1",
                "articles.gateway.port", "0",
                "articles.gateway.keys-file", keysFile.toString(),
                "articles.gateway.journey-url", JOURNEY));
    all.putAll(settings);
    return Configs.load(IngestConfig.class, null, Map.of(), all).gateway();
  }

  static TestGateway open(Path folder) throws IOException {
    return open(folder, Map.of());
  }

  static TestGateway open(Path folder, Map<String, String> settings) throws IOException {
    var gateway = new TestGateway(folder, settings);
    gateway.open();
    return gateway;
  }

  void open() {
    gateway.open();
  }

  static Publisher nowhere() {
    throw new AssertionError("nobody connects");
  }

  private Publisher publisher() {
    return new Publisher() {
      @Override
      public void publish(List<Intake.Outgoing> articles) {
        kafka.accept(articles);
      }

      @Override
      public void close() {}
    };
  }

  /** A request with the source's key. */
  HttpRequest.Builder request(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request = anonymous(method, path, body, headers);
    return request.header("Authorization", "Bearer " + key.secret());
  }

  HttpRequest.Builder anonymous(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri() + path))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    return headers.length == 0 ? request : request.headers(headers);
  }

  Reply send(String method, String path, String body, String... headers) throws Exception {
    return send(request(method, path, body.getBytes(UTF_8), headers));
  }

  /** Also a check: whatever is answered is declared. */
  Reply send(HttpRequest.Builder builder) throws Exception {
    HttpRequest request = builder.build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    OpenApi.assertDeclared(
        request.method(), request.uri().getRawPath(), response.statusCode(), type, response.body());
    return new Reply(response);
  }

  /** Bytes as they are; returns what comes back until the connection is closed. */
  String raw(byte[] bytes) throws IOException {
    return raw(bytes, false);
  }

  /**
   * @param end whether nothing more is coming, and the server can see that
   */
  String raw(byte[] bytes, boolean end) throws IOException {
    URI uri = uri();
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      if (end) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  ArticleSubmission only() {
    return onlyRecord().submission();
  }

  Intake.Outgoing onlyRecord() {
    if (published.size() != 1) {
      throw new AssertionError(published.size() + " articles were published");
    }
    return published.getFirst();
  }

  URI uri() {
    return gateway.uri();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    gateway.close();
    client.close();
  }

  /** An answer. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(response.body());
    }

    String field(String name) throws IOException {
      return json().path(name).asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
