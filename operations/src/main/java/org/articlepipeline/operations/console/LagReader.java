package org.articlepipeline.operations.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.operations.cluster.ConsumerLag;
import org.articlepipeline.operations.cluster.PartitionLag;

/** How far each group is behind, with clients that stay open. */
final class LagReader implements AutoCloseable {
  private final Admin admin;
  private final Consumer<byte[], byte[]> reader;
  private final ReentrantLock reading = new ReentrantLock();

  LagReader(Admin admin, Consumer<byte[], byte[]> reader) {
    this.admin = admin;
    this.reader = reader;
  }

  /**
   * At one moment.
   *
   * @param ends of the partitions of our topics
   */
  record Lags(Map<TopicPartition, Long> ends, List<PartitionLag> lags) {}

  Lags read() throws InterruptedException {
    // A question that was given up may still be using the reader.
    reading.lockInterruptibly();
    try {
      Map<TopicPartition, Long> ends = ConsumerLag.ends(admin);
      return new Lags(ends, ConsumerLag.measure(admin, reader, ends, group -> true));
    } finally {
      reading.unlock();
    }
  }

  @Override
  public void close() {
    reading.lock();
    try {
      reader.close(CloseOptions.timeout(Duration.ZERO));
    } finally {
      reading.unlock();
    }
  }
}
