package org.articlepipeline.platform;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /health/live}, {@code /health/ready} and {@code /metrics}; {@code
 * /metrics?name[]=NAME} those of these names alone, as Prometheus clients have it.
 */
public final class OperationsEndpoint implements AutoCloseable {
  private static final String METRICS_FORMAT = "text/plain; version=0.0.4";
  private static final String NAMES = "name[]";
  private static final String COUNTER_SUFFIX = "_total";

  private final HttpConfig config;
  private final WebServer server;

  public OperationsEndpoint(
      HttpConfig config, Supplier<Health> health, PrometheusMeterRegistry metrics) {
    this.config = config;
    ServiceMetric.READY.gauge(metrics, health, now -> isReady(now.get()) ? 1 : 0);
    ServiceMetric.LIVE.gauge(metrics, health, now -> now.get().live() ? 1 : 0);
    this.server =
        WebServer.builder()
            .host(config.host())
            .port(config.port())
            // The service's own shutdown order closes this server, last.
            .shutdownHook(false)
            .routing(
                routes ->
                    routes
                        .get(
                            "/health/live",
                            (request, response) -> {
                              Health now = health.get();
                              answer(response, now.live(), now);
                            })
                        .get(
                            "/health/ready",
                            (request, response) -> {
                              Health now = health.get();
                              answer(response, isReady(now), now);
                            })
                        .get(
                            "/metrics",
                            (request, response) ->
                                response
                                    .header(
                                        HeaderNames.CONTENT_TYPE,
                                        METRICS_FORMAT + "; charset=utf-8")
                                    .send(metrics.scrape(METRICS_FORMAT, names(request.query())))))
            .build();
  }

  /**
   * @throws IllegalStateException naming the address when it can't be taken
   */
  public void start() {
    // Helidon logs the cause and goes on without a listener.
    server.start();
    if (!server.isRunning()) {
      throw new IllegalStateException(
          "HTTP can't listen on %s:%d: set articles.http.host and articles.http.port to a free address"
              .formatted(config.host(), config.port()));
    }
  }

  public URI uri() {
    return URI.create("http://" + config.host() + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  /**
   * @return null for all
   */
  private static @Nullable Set<String> names(UriQuery query) {
    if (!query.contains(NAMES)) {
      return null;
    }
    Set<String> names = new HashSet<>(query.all(NAMES));
    // The registry knows a counter by its name without the suffix.
    query.all(NAMES).stream()
        .filter(name -> name.endsWith(COUNTER_SUFFIX))
        .map(name -> name.substring(0, name.length() - COUNTER_SUFFIX.length()))
        .forEach(names::add);
    return names;
  }

  private static boolean isReady(Health health) {
    return health.live() && health.ready();
  }

  private static void answer(ServerResponse response, boolean up, Health health) {
    StringBuilder json = new StringBuilder("{\"status\":\"").append(up ? "UP" : "DOWN").append('"');
    new TreeMap<>(health.details())
        .forEach(
            (name, state) ->
                json.append(",\"")
                    .append(escape(name))
                    .append("\":\"")
                    .append(escape(state))
                    .append('"'));
    response
        .status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .send(json.append("}\n").toString());
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
