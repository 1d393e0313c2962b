package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** The whole topology without a broker: what goes in, and what comes out of each sink. */
final class IngestDriver implements AutoCloseable {

  final FlakyRegistry registry = new FlakyRegistry();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TopologyTestDriver driver;
  final TestOutputTopic<String, Article> accepted;
  final TestOutputTopic<String, Receipt> receipts;
  final TestOutputTopic<byte[], DeadLetter> deadLetters;
  private final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  private final TestInputTopic<byte[], byte[]> submissions;

  IngestDriver(Path state) {
    this(state, 1, new Ingestion());
  }

  IngestDriver(Path state, int partitions, Ingestion ingestion) {
    this(state, partitions, ingestion, true);
  }

  IngestDriver(Path state, int partitions, Ingestion ingestion, boolean learning) {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    var topology =
        IngestTopology.of(serdes, partitions, ingestion, learning, new IngestMetrics(meters));
    driver = new TopologyTestDriver(topology, config, NOW);
    submissions =
        driver.createInputTopic(
            Topics.SUBMISSIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    accepted =
        driver.createOutputTopic(
            Topics.ACCEPTED.name(),
            new StringDeserializer(),
            serdes.values(Topics.ACCEPTED).deserializer());
    receipts =
        driver.createOutputTopic(
            Topics.RECEIPTS.name(),
            new StringDeserializer(),
            serdes.values(Topics.RECEIPTS).deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(),
            new ByteArrayDeserializer(),
            serdes.values(Topics.DEAD_LETTERS).deserializer());
  }

  void submit(ArticleSubmission.Builder submission) {
    var built = submission.build();
    send(built.getUri(), bytes(built));
  }

  /** With these headers besides. */
  void submit(ArticleSubmission.Builder submission, Headers headers) {
    var built = submission.build();
    send(built.getUri(), bytes(built), headers);
  }

  /** As a client with another serializer would. */
  byte[] bytes(ArticleSubmission submission) {
    int id = registry.register(Topics.SUBMISSIONS.name() + "-value", submission.getSchema());
    return RawAvro.bytes(submission, id);
  }

  byte[] bytes(Receipt receipt) {
    return serdes.values(Topics.RECEIPTS).serializer().serialize(Topics.RECEIPTS.name(), receipt);
  }

  void send(@Nullable String key, byte @Nullable [] value) {
    send(key, value, new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8)));
  }

  private void send(@Nullable String key, byte @Nullable [] value, Headers headers) {
    send(key == null ? null : key.getBytes(UTF_8), value, headers);
  }

  void send(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    submissions.pipeInput(new TestRecord<>(key, value, headers, NOW));
  }

  Receipt onlyReceipt(String outcome) {
    Receipt receipt = receipts.readValue();
    assertThat(receipt.getOutcome()).as(receipt.toString()).isEqualTo(outcome);
    assertThat(receipt.getStage()).isEqualTo("ingest");
    assertThat(receipts.isEmpty()).isTrue();
    return receipt;
  }

  /** One dead letter and one receipt with the same reason, and nothing besides. */
  DeadLetter onlyRejection(String reason) {
    DeadLetter letter = deadLetters.readValue();
    assertThat(letter.getReason()).as(letter.getMessage()).isEqualTo(reason);
    Receipt receipt = onlyReceipt("REJECTED");
    assertThat(receipt.getReason()).isEqualTo(reason);
    assertThat(receipt.getMessage()).isEqualTo(letter.getMessage());
    assertNothingElse();
    return letter;
  }

  void assertNothingElse() {
    assertThat(accepted.isEmpty()).isTrue();
    assertThat(receipts.isEmpty()).isTrue();
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  void forget() {
    accepted.readValuesToList();
    receipts.readValuesToList();
    deadLetters.readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
    serdes.close();
  }
}
