package org.articlepipeline.ingest;

import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.SubjectAdmin;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every submission is in the books once, whatever it was and whenever the service was killed. */
class BalanceIT {
  private static final Logger LOG = LoggerFactory.getLogger(BalanceIT.class);
  private static final int SUBMISSIONS = 4_000;
  private static final int KILLS = 2;
  private static final int PARTITIONS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void theBalanceClosesOverEveryOutcomeAcrossKills() throws Exception {
    try (EmbeddedStack stack = EmbeddedStack.in(folder)) {
      String kafka = stack.kafka().bootstrapServers();
      Map<String, String> registry = Map.of("schema.registry.url", stack.registry().url());
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
          SubjectAdmin subjects = new SubjectAdmin(registry);
          TopicSerdes serdes = new TopicSerdes(registry)) {
        new TopicAdmin(admin, PARTITIONS, (short) 1).createOrCheck();
        subjects.createOrCheck();
        var mixed = new MixedSubmissions(schemaId(serdes), PARTITIONS);
        JavaProcess service = start(stack);
        try (var producer = producer(kafka)) {
          for (int kill = 0; kill < KILLS; kill++) {
            send(producer, mixed.next(SUBMISSIONS / KILLS / 2));
            await(() -> books(admin, kafka, serdes).count(Outcomes.ACCEPTED) > 0);
            // In full flow: half of what comes is sent, the other half follows at once.
            List<ProducerRecord<byte[], byte[]>> more = mixed.next(SUBMISSIONS / KILLS / 2);
            send(producer, more.subList(0, more.size() / 2));
            service.kill();
            send(producer, more.subList(more.size() / 2, more.size()));
            service = start(stack);
          }
          await(() -> settled(books(admin, kafka, serdes)));
          // On a slow machine every embargo of the mix may have ended before ingest came to it.
          for (int seconds = 5; !timeTold(books(admin, kafka, serdes)); seconds *= 2) {
            send(producer, mixed.dueIn(seconds));
            await(() -> settled(books(admin, kafka, serdes)));
          }
        } finally {
          service.kill();
        }
        Balance balance = books(admin, kafka, serdes);
        LOG.info(
            "{} consumed, {} held, {}", balance.consumed(), balance.held(), balance.outcomes());
        balance.assertCloses();
        assertThat(balance.outcomes())
            .containsKeys(MixedSubmissions.OUTCOMES.toArray(String[]::new));
      }
    }
  }

  private static boolean timeTold(Balance balance) {
    return balance.count(Outcomes.RELEASED) > 0 && balance.count(Outcomes.EXPIRED) > 0;
  }

  /** Everything has its first receipt, and what comes due within seconds has come. */
  private static boolean settled(Balance balance) {
    return balance.complete() && balance.due(Instant.now().plusSeconds(60)) == 0;
  }

  private static Balance books(Admin admin, String kafka, TopicSerdes serdes) {
    return new Balance(
        ends(admin),
        all(kafka, Topics.RECEIPTS, serdes).stream().map(ConsumerRecord::value).toList(),
        all(kafka, Topics.DEAD_LETTERS, serdes).stream().map(ConsumerRecord::value).toList(),
        all(kafka, Topics.ACCEPTED, serdes));
  }

  private static Map<TopicPartition, Long> ends(Admin admin) {
    var latest =
        IntStream.range(0, PARTITIONS)
            .mapToObj(p -> new TopicPartition(Topics.SUBMISSIONS.name(), p))
            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    try {
      var ends = new HashMap<TopicPartition, Long>();
      admin.listOffsets(latest).all().get().forEach((p, end) -> ends.put(p, end.offset()));
      return ends;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static <V> List<ConsumerRecord<String, V>> all(
      String kafka, Topic<?, V> topic, TopicSerdes serdes) {
    try (var reader = new CommittedReader<>(kafka, topic, serdes)) {
      return reader.await(0, record -> true);
    }
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(condition);
  }

  private static KafkaProducer<byte[], byte[]> producer(String kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka, "max.request.size", 16 << 20, "linger.ms", 5),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(
        record -> {
          var _ = producer.send(record);
        });
    producer.flush();
  }

  private static int schemaId(TopicSerdes serdes) {
    byte[] any =
        serdes
            .values(Topics.SUBMISSIONS)
            .serializer()
            .serialize(Topics.SUBMISSIONS.name(), usable("urn:any", 1).build());
    return ByteBuffer.wrap(any, 1, Integer.BYTES).getInt();
  }

  private JavaProcess start(EmbeddedStack stack) throws IOException {
    Path config = folder.resolve("ingest.properties");
    Files.writeString(
        config,
        """
        articles.kafka.bootstrap-servers=%s
        articles.registry.url=%s
        articles.streams.state-dir=%s
        """
            .formatted(
                stack.kafka().bootstrapServers(),
                stack.registry().url(),
                folder.resolve("state").toString().replace("\\", "\\\\")));
    return JavaProcess.start(
        JavaCommand.of("ingest-service", IngestService.class, folder.resolve("ingest.log"))
            .withFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", config.toString()));
  }
}
