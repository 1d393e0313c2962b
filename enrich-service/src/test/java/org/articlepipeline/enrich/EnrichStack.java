package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The service on a real broker and registry, and both ends of its topics, which it creates. */
final class EnrichStack implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final String kafka;
  private final String registry;
  private final TopicSerdes serdes;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  EnrichStack(EmbeddedStack stack) {
    kafka = stack.kafka().bootstrapServers();
    registry = stack.registry().url();
    serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
    Map<String, Object> config = Map.of("bootstrap.servers", kafka);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    admin = Admin.create(config);
    new TopicAdmin(admin, 6, (short) 1).createOrCheck();
  }

  Admin admin() {
    return admin;
  }

  /** Returns at once; a null value is a tombstone. */
  <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
    sendBytes(
        topic,
        key,
        value == null ? null : serdes.values(topic).serializer().serialize(topic.name(), value));
  }

  void sendBytes(Topic<String, ?> topic, String key, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
  }

  /** Returns when the broker has all that was sent. */
  void flush() {
    producer.flush();
  }

  /** All that was committed, in the order in which each partition has it. */
  <V> List<V> all(Topic<?, V> topic) {
    return values(topic, CommittedRecords.all(kafka, topic));
  }

  /** The same under this key, when there are so many. */
  <V> List<V> await(Topic<?, V> topic, String key, int count) {
    return values(topic, CommittedRecords.await(kafka, topic, key, count));
  }

  private <V> List<V> values(Topic<?, V> topic, List<byte[]> values) {
    return values.stream()
        .map(value -> serdes.values(topic).deserializer().deserialize(topic.name(), value))
        .toList();
  }

  /**
   * In this JVM, when it is ready.
   *
   * @param state folder
   */
  EnrichService service(Path state) {
    EnrichService service =
        EnrichService.build(Configs.load(EnrichConfig.class, null, config(state)));
    service.start();
    Awaitility.await().atMost(START).until(() -> service.health().ready());
    return service;
  }

  /**
   * In a JVM that can be killed.
   *
   * @param state folder; beside it go configuration and log
   * @param more lines of the configuration
   */
  JavaProcess process(Path state, String... more) throws IOException {
    Path file = state.resolveSibling(state.getFileName() + ".properties");
    String lines =
        config(state).entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(
        file, lines + Arrays.stream(more).map(l -> l + "\n").collect(Collectors.joining()));
    return JavaProcess.start(
        JavaCommand.of(
                "enrich-service",
                EnrichService.class,
                state.resolveSibling(state.getFileName() + ".log"))
            .withFlags("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", file.toString()));
  }

  private Map<String, String> config(Path state) {
    return new TreeMap<>(
        Map.of(
            "articles.kafka.bootstrap-servers",
            kafka,
            "articles.registry.url",
            registry,
            "articles.streams.state-dir",
            state.toString(),
            // A killed instance is given up after two seconds, not eight: tests kill many.
            "articles.streams.properties.\"consumer.session.timeout.ms\"",
            "2000",
            "articles.streams.properties.\"consumer.heartbeat.interval.ms\"",
            "400"));
  }

  @Override
  public void close() {
    admin.close();
    producer.close();
    serdes.close();
  }
}
