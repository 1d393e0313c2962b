package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.index.elasticsearch.ElasticsearchConfig;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.index.search.ReceiptEntry;
import org.jspecify.annotations.Nullable;

/**
 * What operators and CMSes see of a local stack in a browser: {@code GET /articles/{uri}/journey},
 * the same as {@code ./articles journey --json}. On this machine only.
 */
final class ConsoleServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** Matched as it was sent: an article's uri has slashes, and they are not the path's. */
  private static final Pattern JOURNEY = Pattern.compile("/articles/([^/]+)/journey");

  private static final String PROBLEM = "urn:articles:problem:";

  /** Receipts are indexed about so long after they were written. */
  private static final String SOON = "2";

  private final WebServer server;
  private volatile @Nullable ElasticsearchConnection elasticsearch;

  private ConsoleServer(int port) {
    server =
        WebServer.builder()
            .host(HOST)
            .port(port)
            .shutdownHook(false)
            .routing(routes -> routes.any(this::answer))
            .build();
  }

  /**
   * Answers at once, though only that there is nothing to see before {@link #connect}.
   *
   * @param port 0 for any that is free
   */
  static ConsoleServer start(int port) {
    var console = new ConsoleServer(port);
    console.server.start();
    if (!console.server.isRunning()) {
      throw new CommandException("the console can't listen on " + HOST + ":" + port);
    }
    return console;
  }

  void connect(ElasticsearchConfig config) {
    elasticsearch = ElasticsearchConnection.open(config);
  }

  URI uri() {
    return URI.create("http://" + HOST + ":" + server.port());
  }

  /** For whoever tells CMSes where to look. */
  String journeyUrl() {
    return uri() + "/articles/{uri}/journey";
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String path = request.prologue().uriPath().rawPath();
    Matcher matcher = JOURNEY.matcher(path);
    if (!matcher.matches()) {
      problem(
          response,
          Status.NOT_FOUND_404,
          "not-found",
          "There is GET /articles/{uri}/journey.",
          path);
    } else if (!request.prologue().method().text().equals("GET")) {
      response.header(HeaderNames.ALLOW, "GET");
      problem(
          response,
          Status.METHOD_NOT_ALLOWED_405,
          "method-not-allowed",
          "This path takes GET.",
          path);
    } else {
      journey(response, path, decoded(matcher.group(1)));
    }
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private void journey(ServerResponse response, String path, String uri) {
    ElasticsearchConnection connected = elasticsearch;
    if (connected == null) {
      unavailable(response, "The stack is starting.", path);
      return;
    }
    List<ReceiptEntry> receipts;
    try {
      receipts = new JournalQueries(connected).journey(uri);
    } catch (ElasticsearchException e) {
      unavailable(response, String.valueOf(e.getMessage()), path);
      return;
    }
    if (receipts.isEmpty()) {
      response.header(HeaderNames.RETRY_AFTER, SOON);
      problem(
          response,
          Status.NOT_FOUND_404,
          "not-found",
          "There is no receipt of "
              + uri
              + ": it was never sent, over 7 days ago, or within the last seconds.",
          path);
      return;
    }
    send(response, "application/json", receipts);
  }

  private static void unavailable(ServerResponse response, String detail, String path) {
    response.header(HeaderNames.RETRY_AFTER, SOON);
    problem(response, Status.SERVICE_UNAVAILABLE_503, "unavailable", detail, path);
  }

  private static void problem(
      ServerResponse response, Status status, String type, String detail, String path) {
    ObjectNode json = Output.JSON.createObjectNode();
    json.put("type", PROBLEM + type)
        .put("title", status.reasonPhrase())
        .put("status", status.code())
        .put("detail", detail)
        .put("instance", path);
    response.status(status);
    send(response, "application/problem+json", json);
  }

  private static void send(ServerResponse response, String type, Object value) {
    try {
      byte[] json = Output.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
      response.header(HeaderNames.CONTENT_TYPE, type).send(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
    ElasticsearchConnection connected = elasticsearch;
    if (connected != null) {
      connected.close();
    }
  }
}
