package org.articlepipeline.ingest.gateway;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles over HTTP and publishes them. Answers 503 from {@link #start()} to {@link
 * #open()}, and 202 only for what the broker has acknowledged.
 */
public final class Gateway implements AutoCloseable {
  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_CONNECTIONS = 1024;
  private static final long MIB = 1024 * 1024;

  private static final Duration IDLE_CHECKS = Duration.ofSeconds(10);

  /** For what is in flight when the service stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final GatewayConfig config;
  private final int port;
  private final WebServer server;
  private final Supplier<Publisher> connect;
  private final AtomicReference<@Nullable Publisher> publisher;

  private Gateway(
      GatewayConfig config,
      int port,
      Supplier<Publisher> connect,
      AtomicReference<@Nullable Publisher> publisher,
      GatewayHandler handler,
      GatewayMetrics metrics) {
    this.config = config;
    this.port = port;
    this.connect = connect;
    this.publisher = publisher;
    this.server =
        WebServer.builder()
            .host(config.host())
            .port(port)
            // The service's own shutdown order closes this server, first.
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .maxPayloadSize(JsonBodyReader.LIMIT)
            .maxTcpConnections(MAX_CONNECTIONS)
            .idleConnectionTimeout(config.readTimeout())
            .idleConnectionPeriod(IDLE_CHECKS)
            .contentEncoding(new EncodedBodies())
            .directHandlers(TransportProblems.handlers(metrics))
            // One protocol, so that what is no HTTP/1.1 is answered and not dropped.
            .protocolsDiscoverServices(false)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MAX_LINE_BYTES)
                    .maxHeadersSize(MAX_HEADER_BYTES)
                    .build())
            // One handler for all paths: an article's uri has characters that a router would read.
            .routing(routes -> routes.any(handler))
            .build();
  }

  /**
   * Nothing without a port. Connects to nothing yet.
   *
   * @param rules why a submission would be rejected, if it would
   * @param feeds takes feeds apart
   * @throws ConfigException when the configuration or the keys can't be used
   */
  public static Optional<Gateway> build(
      GatewayConfig config,
      KafkaConfig kafka,
      RegistryConfig registry,
      Function<ArticleSubmission, Optional<Rejection>> rules,
      Feeds feeds,
      MeterRegistry meters) {
    return config.port().isEmpty()
        ? Optional.empty()
        : Optional.of(
            build(
                config,
                () -> KafkaPublisher.open(kafka, registry, config.publishTimeout()),
                rules,
                feeds,
                meters));
  }

  static Gateway build(
      GatewayConfig config,
      Supplier<Publisher> connect,
      Function<ArticleSubmission, Optional<Rejection>> rules,
      Feeds feeds,
      MeterRegistry meters) {
    check(config);
    var readers = new BodyReaders(feeds);
    var metrics = new GatewayMetrics(meters);
    var publisher = new AtomicReference<@Nullable Publisher>();
    var handler =
        new GatewayHandler(
            new ApiKeys(keysFile(config), System::nanoTime),
            new RateLimit(config.ratePerSecond(), config.burst(), System::nanoTime),
            new InFlightLimit(config.requestsInFlight(), config.mebibytesInFlight() * MIB),
            new RequestBody(config.readTimeout()),
            readers,
            new Intake(rules, readers, Clock.systemUTC()),
            publisher,
            config.journeyUrl().orElse(null),
            metrics);
    return new Gateway(config, config.port().orElse(0), connect, publisher, handler, metrics);
  }

  private static Path keysFile(GatewayConfig config) {
    return config
        .keysFile()
        .orElseThrow(
            () ->
                new ConfigException(
                    List.of(
                        "articles.gateway.port is set, but articles.gateway.keys-file is not: nobody could publish;"
                            + " ./articles gateway-key SOURCE --file FILE makes one")));
  }

  private static void check(GatewayConfig config) {
    List<String> problems = new ArrayList<>();
    if (!(config.ratePerSecond() > 0) || config.burst() < 1) {
      problems.add("articles.gateway.rate-per-second must be over 0, and burst at least 1");
    }
    if (config.requestsInFlight() < 1 || config.mebibytesInFlight() < JsonBodyReader.LIMIT / MIB) {
      problems.add(
          "articles.gateway.requests-in-flight must be at least 1, and mebibytes-in-flight at least "
              + JsonBodyReader.LIMIT / MIB
              + ", the largest request");
    }
    if (config.readTimeout().toMillis() < 1) {
      problems.add("articles.gateway.read-timeout must be over 0, such as PT30S");
    }
    if (config.publishTimeout().toMillis() < 100 || config.publishTimeout().toMinutes() > 10) {
      problems.add("articles.gateway.publish-timeout must be from PT0.1S to PT10M");
    }
    if (config.journeyUrl().filter(url -> !url.contains(Answer.URI)).isPresent()) {
      problems.add(
          "articles.gateway.journey-url must hold {uri}, as in http://host/articles/{uri}/journey");
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /**
   * Answers from now on, though only that it is not open yet.
   *
   * @throws IllegalStateException naming the address when it can't be taken
   */
  public void start() {
    // Helidon logs the cause and goes on without a listener.
    server.start();
    if (!server.isRunning()) {
      throw new IllegalStateException(
          "the gateway can't listen on %s:%d: set articles.gateway.host and articles.gateway.port to a free address"
              .formatted(config.host(), port));
    }
  }

  /** Takes articles from now on: topics and subjects are there. */
  public void open() {
    publisher.set(connect.get());
  }

  public URI uri() {
    return URI.create("http://" + config.host() + ":" + server.port());
  }

  /** Takes no more requests, finishes those in flight, then lets go of Kafka. */
  @Override
  public void close() {
    server.stop();
    Publisher open = publisher.getAndSet(null);
    if (open != null) {
      open.close();
    }
  }
}
