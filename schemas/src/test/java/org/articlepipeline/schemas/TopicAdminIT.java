package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real broker, whose pipeline topics are this test's alone. */
@UsesStack
class TopicAdminIT {

  private static final short ONE = 1;

  private final EmbeddedStack stack;
  private final Admin admin;

  TopicAdminIT(EmbeddedStack stack) {
    this.stack = stack;
    this.admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()));
  }

  @AfterEach
  void deleteTopics() throws Exception {
    List<String> ours = Topics.all().stream().map(Topic::name).toList();
    var existing = admin.listTopics().names().get();
    admin.deleteTopics(ours.stream().filter(existing::contains).toList()).all().get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ours.stream().noneMatch(topics()::contains));
    admin.close();
  }

  private Set<String> topics() throws Exception {
    return admin.listTopics().names().get();
  }

  @Test
  void missingTopicsAreCreatedAsDeclaredAndAcceptedTheNextTime() throws Exception {
    var topicAdmin = new TopicAdmin(admin, 6, ONE);
    assertThat(topicAdmin.createOrCheck()).isEmpty();
    assertThat(topics()).containsAll(Topics.all().stream().map(Topic::name).toList());
    assertThat(topicAdmin.createOrCheck()).isEmpty();
  }

  @Test
  void whatDiffersIsReportedAndStaysAsItIs() throws Exception {
    new TopicAdmin(admin, 3, ONE).createOrCheck();
    var enriched = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ENRICHED.name());
    var delete =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(enriched, List.of(delete))).all().get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> admin.describeConfigs(List.of(enriched)).all().get().get(enriched),
            c -> c.get("cleanup.policy").value().equals("delete"));

    List<TopicDifference> differences = new TopicAdmin(admin, 6, ONE).createOrCheck();

    assertThat(differences)
        .filteredOn(d -> d.setting().equals("partitions"))
        .hasSize(7)
        .allSatisfy(
            d -> {
              assertThat(d.declared()).isEqualTo("6");
              assertThat(d.actual()).isEqualTo("3");
              assertThat(d.advice()).contains("don't add partitions");
            });
    assertThat(differences)
        .filteredOn(d -> !d.setting().equals("partitions"))
        .singleElement()
        .hasToString(
            "topic articles.enriched has cleanup.policy=delete, declared is compact: kafka-configs --alter --topic articles.enriched --add-config cleanup.policy=compact makes it as declared");
    assertThat(admin.describeTopics(List.of("articles.enriched")).allTopicNames().get())
        .extractingByKey("articles.enriched")
        .satisfies(t -> assertThat(t.partitions()).hasSize(3));
    assertThat(new TopicAdmin(admin, 3, ONE).createOrCheck()).hasSize(1);
  }

  @Test
  void moreReplicasThanBrokersIsExplained() {
    assertThatThrownBy(() -> new TopicAdmin(admin, 6, (short) 3).createOrCheck())
        .isInstanceOf(InvalidReplicationFactorException.class)
        .hasMessageContaining("articles.submissions can't have 3 replicas")
        .hasMessageContaining("replication-factor");
  }

  @Test
  void severalServicesMayStartAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          threads.invokeAll(
              IntStream.range(0, 4)
                  .<Callable<List<TopicDifference>>>mapToObj(
                      i -> () -> new TopicAdmin(admin, 2, ONE).createOrCheck())
                  .toList());
      assertThat(results).extracting(Future::get).allSatisfy(r -> assertThat(r).isEmpty());
    }
  }

  @Test
  void theBrokerTakesTheLargestRecordsThatTheSerializersLetThrough() throws Exception {
    new TopicAdmin(admin, 1, ONE).createOrCheck();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", stack.kafka().bootstrapServers(),
            "max.request.size", Limits.MAX_DEAD_LETTER_BYTES,
            "buffer.memory", 64 << 20,
            "key.serializer", ByteArraySerializer.class,
            "value.serializer", ByteArraySerializer.class);
    var letters = new AvroSerializer<DeadLetter>(new LocalSchemaRegistry(), Map.of(), false);
    DeadLetter letter = Samples.deadLetter();
    var random = new byte[Limits.MAX_RECORD_BYTES];
    RandomGenerator.of("L64X128MixRandom").nextBytes(random);
    letter.setValue(ByteBuffer.wrap(random));
    try (var producer = new KafkaProducer<byte[], byte[]>(config)) {
      String deadLetters = Topics.DEAD_LETTERS.name();
      byte[] key = new byte[32 * 1024];
      var sent =
          producer.send(
              new ProducerRecord<>(deadLetters, key, letters.serialize(deadLetters, letter)));
      assertThat(sent.get().serializedValueSize()).isGreaterThan(Limits.MAX_RECORD_BYTES);
      String submissions = Topics.SUBMISSIONS.name();
      byte[] largest = new byte[Limits.maxValueBytes(submissions)];
      System.arraycopy(random, 0, largest, 0, largest.length);
      assertThat(producer.send(new ProducerRecord<>(submissions, key, largest)).get().offset())
          .isZero();
    }
  }
}
