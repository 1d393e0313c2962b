package org.articlepipeline.operations.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Header;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Writes what a replay sends: records as they were, requests, and a receipt for each letter. */
final class ReplaySender implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final Serializer<EnrichmentRequest> requests;
  private final Serializer<Receipt> receipts;
  private final String by;
  private final String operation;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  ReplaySender(KafkaClients clients, String by, String operation) {
    this.producer = clients.byteProducer();
    this.requests = clients.serdes().values(Topics.ENRICHMENT_REQUESTS).serializer();
    this.receipts = clients.serdes().values(Topics.RECEIPTS).serializer();
    this.by = by;
    this.operation = operation;
  }

  /** Key, value and headers byte for byte; the partition is that of the key. */
  void resend(DeadLetter letter) {
    var headers = new RecordHeaders();
    for (Header header : letter.getHeaders()) {
      headers.add(header.getKey(), Bytes.orNull(header.getValue()));
    }
    send(
        new ProducerRecord<>(
            Topics.SUBMISSIONS.name(),
            null,
            Bytes.orNull(letter.getKey()),
            Bytes.orNull(letter.getValue()),
            headers));
  }

  void request(String uri) {
    EnrichmentRequest request =
        EnrichmentRequest.newBuilder()
            .setUri(uri)
            .setReason("REPLAY")
            .setRequestedAt(Instant.now())
            .setForce(true)
            .build();
    String topic = Topics.ENRICHMENT_REQUESTS.name();
    send(new ProducerRecord<>(topic, uri.getBytes(UTF_8), requests.serialize(topic, request)));
  }

  /** So the article's journey tells of it. */
  void receipt(ConsumerRecord<?, ?> place, DeadLetter letter) {
    String uri = ReplayFilter.uriOf(letter);
    if (uri == null) {
      return;
    }
    Receipt receipt =
        Receipt.newBuilder()
            .setUri(uri)
            .setRevision(letter.getRevision())
            .setStage(Stages.OPERATIONS)
            .setOutcome(Outcomes.REPLAYED)
            .setMessage(
                "%s had the dead letter of %s (%s) sent again, operation %s."
                    .formatted(by, letter.getStage(), letter.getReason(), operation))
            .setAt(Instant.now())
            .setTopic(Topics.DEAD_LETTERS.name())
            .setPartition(place.partition())
            .setOffset(place.offset())
            .build();
    String topic = Topics.RECEIPTS.name();
    send(new ProducerRecord<>(topic, uri.getBytes(UTF_8), receipts.serialize(topic, receipt)));
  }

  private void send(ProducerRecord<byte[], byte[]> message) {
    check();
    var _ =
        producer.send(
            message,
            (metadata, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
            });
  }

  /**
   * @throws CommandException when the broker refused one
   */
  void flush() {
    producer.flush();
    check();
  }

  private void check() {
    Exception error = failure.get();
    if (error != null) {
      throw new CommandException(
          "not all dead letters were replayed (" + error.getMessage() + "); run it again", error);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
