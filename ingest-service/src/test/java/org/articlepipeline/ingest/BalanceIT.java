package org.articlepipeline.ingest;

import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.embedded.EmbeddedStack;
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
    try (EmbeddedStack servers = EmbeddedStack.in(folder)) {
      String kafka = servers.kafka().bootstrapServers();
      Map<String, String> registry = Map.of("schema.registry.url", servers.registry().url());
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
          SubjectAdmin subjects = new SubjectAdmin(registry);
          IngestStack stack = new IngestStack(servers)) {
        new TopicAdmin(admin, PARTITIONS, (short) 1).createOrCheck();
        subjects.createOrCheck();
        var mixed = new MixedSubmissions(schemaId(stack.serdes()), PARTITIONS);
        JavaProcess service = stack.process(folder.resolve("state"));
        try {
          for (int kill = 0; kill < KILLS; kill++) {
            send(stack, mixed.next(SUBMISSIONS / KILLS / 2));
            await(() -> books(admin, stack).count(Outcomes.ACCEPTED) > 0);
            // In full flow: half of what comes is sent, the other half follows at once.
            List<ProducerRecord<byte[], byte[]>> more = mixed.next(SUBMISSIONS / KILLS / 2);
            send(stack, more.subList(0, more.size() / 2));
            service.kill();
            send(stack, more.subList(more.size() / 2, more.size()));
            service = stack.process(folder.resolve("state"));
          }
          await(() -> settled(books(admin, stack)));
          // On a slow machine every embargo of the mix may have ended before ingest came to it.
          for (int seconds = 5; !timeTold(books(admin, stack)); seconds *= 2) {
            send(stack, mixed.dueIn(seconds));
            await(() -> settled(books(admin, stack)));
          }
        } finally {
          service.kill();
        }
        Balance balance = books(admin, stack);
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

  private static Balance books(Admin admin, IngestStack stack) {
    return new Balance(
        ends(admin),
        all(stack, Topics.RECEIPTS).stream().map(ConsumerRecord::value).toList(),
        all(stack, Topics.DEAD_LETTERS).stream().map(ConsumerRecord::value).toList(),
        all(stack, Topics.ACCEPTED));
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

  private static <V> List<ConsumerRecord<String, V>> all(IngestStack stack, Topic<?, V> topic) {
    return stack.await(topic, 0, record -> true);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(condition);
  }

  private static void send(IngestStack stack, List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(
        record -> {
          var _ = stack.producer().send(record);
        });
    stack.producer().flush();
  }

  private static int schemaId(TopicSerdes serdes) {
    byte[] any =
        serdes
            .values(Topics.SUBMISSIONS)
            .serializer()
            .serialize(Topics.SUBMISSIONS.name(), usable("urn:any", 1).build());
    return ByteBuffer.wrap(any, 1, Integer.BYTES).getInt();
  }
}
