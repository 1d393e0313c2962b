package org.articlepipeline.operations;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.articlepipeline.enrich.EnrichConfig;
import org.articlepipeline.enrich.EnrichService;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.ingest.IngestConfig;
import org.articlepipeline.ingest.IngestService;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.platform.Service;

/** The three services in this JVM, built by the same methods as when each runs alone. */
final class LocalServices implements AutoCloseable {
  private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 50;

  /** All three stop at once, and the servers after them, within {@link StopSignal#LIMIT}. */
  private static final String CLOSE_SECONDS = "10";

  private final Path data;
  private final RememberedPorts ports;
  private final List<Service> services = new CopyOnWriteArrayList<>();
  private volatile String gateway = "";

  LocalServices(Path data, RememberedPorts ports) {
    this.data = data;
    this.ports = ports;
  }

  void startIngest(Map<String, String> logAndGateway) {
    IngestService ingest =
        IngestService.build(
            Configs.load(
                IngestConfig.class, null, Map.of(), streams("ingest-service", logAndGateway)));
    start(ingest);
    gateway = ingest.gatewayUrl().map(URI::toString).orElse("");
  }

  void startEnrich(Map<String, String> log) {
    start(
        EnrichService.build(
            Configs.load(EnrichConfig.class, null, Map.of(), streams("enrich-service", log))));
  }

  void startIndex(Map<String, String> logAndElasticsearch) {
    start(
        IndexService.build(
            Configs.load(
                IndexConfig.class,
                null,
                Map.of(),
                settings("index-service", logAndElasticsearch))));
  }

  private Map<String, String> settings(String service, Map<String, String> addresses) {
    var settings = new HashMap<>(addresses);
    settings.put("articles.kafka.partitions", Integer.toString(LocalStack.PARTITIONS));
    settings.put("articles.kafka.replication-factor", "1");
    settings.put("articles.http.port", Integer.toString(ports.of(service)));
    return settings;
  }

  private Map<String, String> streams(String service, Map<String, String> addresses) {
    Map<String, String> settings = settings(service, addresses);
    settings.put("articles.streams.state-dir", data.resolve("state").resolve(service).toString());
    settings.put("articles.streams.close-timeout-seconds", CLOSE_SECONDS);
    return settings;
  }

  private void start(Service service) {
    services.add(service);
    service.start();
  }

  /**
   * @throws CommandException naming the service that is not ready in time, with what it says of
   *     itself
   */
  void awaitReady() {
    long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
    for (Service service : services) {
      while (!service.health().ready()) {
        if (System.nanoTime() > deadline) {
          throw new CommandException(
              service.name()
                  + " is not ready within "
                  + READY_TIMEOUT.toSeconds()
                  + " s: "
                  + service.health().details());
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", e);
    }
  }

  /** Base URL of the HTTP gateway, which is part of ingest; empty without one. */
  String gateway() {
    return gateway;
  }

  /** Base URL by service. */
  Map<String, String> urls() {
    var urls = new TreeMap<String, String>();
    services.forEach(service -> urls.put(service.name(), service.httpUrl().toString()));
    return urls;
  }

  @Override
  public void close() {
    var closing = new ArrayList<Runnable>();
    services.forEach(service -> closing.add(service::close));
    SideBySide.run(closing.toArray(Runnable[]::new));
  }
}
