package org.articlepipeline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.awaitility.Awaitility;

/** The service on a real broker and registry, and both ends of its topics. */
final class IngestStack implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  /** A killed instance is given up after two seconds, not eight: tests kill many. */
  private static final Map<String, String> SESSION =
      Map.of(
          "articles.streams.properties.\"consumer.session.timeout.ms\"", "2000",
          "articles.streams.properties.\"consumer.heartbeat.interval.ms\"", "400");

  private final String kafka;
  private final String registry;
  private final TopicSerdes serdes;
  private final KafkaProducer<byte[], byte[]> producer;

  IngestStack(EmbeddedStack stack) {
    kafka = stack.kafka().bootstrapServers();
    registry = stack.registry().url();
    serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka,
                "max.request.size",
                16 << 20,
                "compression.type",
                "zstd",
                "linger.ms",
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  String kafka() {
    return kafka;
  }

  TopicSerdes serdes() {
    return serdes;
  }

  /** As another client's: it keeps none of our limits. */
  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  /** Reads on to the end when there are so many; see {@link CommittedReader}. */
  <V> List<ConsumerRecord<String, V>> await(
      Topic<?, V> topic, int count, Predicate<ConsumerRecord<String, V>> wanted) {
    try (var reader = new CommittedReader<>(kafka, topic, serdes)) {
      return reader.await(count, wanted);
    }
  }

  /**
   * In this JVM, not started.
   *
   * @param state folder
   * @param more keys and values of the configuration
   */
  IngestService build(Path state, Map<String, String> more) {
    return IngestService.build(Configs.load(IngestConfig.class, null, config(state, more)));
  }

  /** The same, when it is ready. */
  IngestService service(Path state, Map<String, String> more) {
    IngestService service = build(state, more);
    service.start();
    awaitReady(service);
    return service;
  }

  static void awaitReady(IngestService service) {
    Awaitility.await().atMost(START).until(() -> service.health().ready());
  }

  /** In a JVM that can be killed; beside its state go configuration and log. */
  JavaProcess process(Path state) {
    var settings = new Properties();
    settings.putAll(config(state, Map.of()));
    Path file = state.resolveSibling("ingest.properties");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JavaProcess.start(
        JavaCommand.of("ingest-service", IngestService.class, state.resolveSibling("ingest.log"))
            .withFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", file.toString()));
  }

  private Map<String, String> config(Path state, Map<String, String> more) {
    var config = new HashMap<>(SESSION);
    config.put("articles.kafka.bootstrap-servers", kafka);
    config.put("articles.registry.url", registry);
    config.put("articles.streams.state-dir", state.toString());
    // Submissions are counted here.
    config.put("articles.canary.interval", "PT0S");
    config.putAll(more);
    return config;
  }

  @Override
  public void close() {
    producer.close();
    serdes.close();
  }
}
