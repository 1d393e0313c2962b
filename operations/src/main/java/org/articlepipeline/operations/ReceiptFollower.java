package org.articlepipeline.operations;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;

/** Reads the receipts that are written from now on, of all partitions. */
final class ReceiptFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, Receipt> consumer;

  /** Receipts written after this returns are seen. */
  ReceiptFollower(KafkaClients clients) {
    consumer = clients.follower(Topics.RECEIPTS);
  }

  /** Gives each receipt that has come since; waits a moment when there is none. */
  void poll(java.util.function.Consumer<Receipt> each) {
    for (ConsumerRecord<String, Receipt> message : consumer.poll(POLL)) {
      each.accept(message.value());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
