package org.articlepipeline.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;

final class RequestLoopTest {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final TopicPartition REQUESTS =
      new TopicPartition(Topics.INDEX_REQUESTS.name(), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Long> carriedOut = new CopyOnWriteArrayList<>();

  @Test
  void aRequestThatDiesDoesNotKeepTheNextOneWaiting() {
    consumer.updateBeginningOffsets(Map.of(REQUESTS, 0L));
    consumer.updateEndOffsets(Map.of(REQUESTS, 2L));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(REQUESTS));
          consumer.addRecord(request(0));
          consumer.addRecord(request(1));
        });
    RequestLoop loop =
        new RequestLoop(
            () -> consumer,
            (request, late, ending) -> {
              carriedOut.add(request.offset());
              if (request.offset() == 0) {
                throw new NoClassDefFoundError("a class of another version");
              }
            });

    loop.start();

    await().atMost(TIME).until(() -> committed() == 2);
    assertThat(carriedOut).containsExactly(0L, 1L);
    loop.stop();
    loop.awaitEnd(TIME);
  }

  private long committed() {
    OffsetAndMetadata offset = consumer.committed(Set.of(REQUESTS)).get(REQUESTS);
    return offset == null ? 0 : offset.offset();
  }

  private static ConsumerRecord<byte[], byte[]> request(long offset) {
    return new ConsumerRecord<>(REQUESTS.topic(), 0, offset, new byte[0], new byte[0]);
  }
}
