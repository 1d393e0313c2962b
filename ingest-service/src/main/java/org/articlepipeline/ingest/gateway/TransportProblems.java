package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** What the server refuses before a handler sees it, answered as everything else is. */
final class TransportProblems implements DirectHandler {
  private static final int MALFORMED = 400;

  private final GatewayMetrics metrics;

  private TransportProblems(GatewayMetrics metrics) {
    this.metrics = metrics;
  }

  static DirectHandlers handlers(GatewayMetrics metrics) {
    var handler = new TransportProblems(metrics);
    var builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, handler);
    }
    return builder.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    // Our handler lets nothing out, so what fails outside of it is a request that can't be parsed.
    int code = event == EventType.INTERNAL_ERROR ? MALFORMED : status.code();
    Problem problem = problem(code, message);
    metrics.answered(problem.status());
    return TransportResponse.builder()
        .status(Status.create(problem.status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .entity((problem.json(path(request.path())) + "\n").getBytes(UTF_8))
        .build();
  }

  private static Problem problem(int status, @Nullable String message) {
    return switch (status) {
      case 413 -> RequestBody.tooLarge(JsonBodyReader.LIMIT).problem();
      case 414 ->
          Problem.of(
              Problem.Kind.URI_TOO_LONG, "Send the fields in a JSON body instead of the query.");
      case 503 -> Problem.of(Problem.Kind.UNAVAILABLE, "There are too many requests.");
      case 505 -> Problem.of(Problem.Kind.HTTP_VERSION, "HTTP/1.0 is not; use HTTP/1.1.");
      default ->
          Problem.malformed(
              null,
              "The request line or a header is not HTTP/1.1 as it can be read"
                  + (message == null ? ", or there is not exactly one Host." : ": " + message));
    };
  }

  /** As far as it was read. */
  private static String path(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
