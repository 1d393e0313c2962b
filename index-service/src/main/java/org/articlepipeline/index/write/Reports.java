package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Publishes receipts and dead letters, and tells when Kafka has each. One that can't be sent now
 * (registry or broker away) waits and is sent again; while any waits, {@link #hasRoom()} is false.
 * Used by one thread, the executor's.
 */
public final class Reports implements Outlet {
  private final Producer<byte[], byte[]> producer;
  private final Executor loop;
  private final RetryClock retry;
  private final Serializer<Receipt> receipts;
  private final Serializer<DeadLetter> deadLetters;
  private final Deque<Report<?>> waiting = new ArrayDeque<>();

  public Reports(
      Producer<byte[], byte[]> producer, TopicSerdes serdes, Executor loop, RetryClock retry) {
    this.producer = producer;
    this.loop = loop;
    this.retry = retry;
    this.receipts = serdes.values(Topics.RECEIPTS).serializer();
    this.deadLetters = serdes.values(Topics.DEAD_LETTERS).serializer();
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Report<V>(
      Topic<?, V> topic,
      byte @Nullable [] key,
      V value,
      Serializer<V> serializer,
      Runnable acknowledged) {

    ProducerRecord<byte[], byte[]> serialized() {
      return new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), value));
    }
  }

  /**
   * @param acknowledged runs on the loop's thread when Kafka has it
   */
  void receipt(Receipt receipt, Runnable acknowledged) {
    submit(
        new Report<>(
            Topics.RECEIPTS, receipt.getUri().getBytes(UTF_8), receipt, receipts, acknowledged));
  }

  /**
   * @param key the failed record's
   * @param acknowledged runs on the loop's thread when Kafka has it
   */
  void deadLetter(byte @Nullable [] key, DeadLetter letter, Runnable acknowledged) {
    submit(new Report<>(Topics.DEAD_LETTERS, key, letter, deadLetters, acknowledged));
  }

  @Override
  public boolean hasRoom() {
    return waiting.isEmpty();
  }

  @Override
  public @Nullable Trouble trouble() {
    return retry.trouble();
  }

  /** Sends again what waits, when it is time. */
  @Override
  public void flush() {
    while (!waiting.isEmpty() && retry.due()) {
      send(waiting.remove());
    }
  }

  /** While something is in the way only one report tries: each try may take a while. */
  private void submit(Report<?> report) {
    if (waiting.isEmpty()) {
      send(report);
    } else {
      waiting.add(report);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback has the outcome.
  private void send(Report<?> report) {
    ProducerRecord<byte[], byte[]> serialized;
    try {
      serialized = report.serialized();
    } catch (KafkaException e) {
      failed(report, e);
      return;
    }
    try {
      producer.send(serialized, (metadata, failure) -> loop.execute(() -> sent(report, failure)));
    } catch (KafkaException e) {
      failed(report, e);
    }
  }

  private void sent(Report<?> report, @Nullable Exception failure) {
    if (failure == null) {
      if (waiting.isEmpty()) {
        retry.succeeded();
      }
      report.acknowledged().run();
    } else {
      failed(report, failure);
    }
  }

  private void failed(Report<?> report, Exception cause) {
    retry.failed("%s can't be written: %s".formatted(report.topic(), cause.getMessage()));
    waiting.add(report);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
