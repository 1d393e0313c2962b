package org.articlepipeline.operations;

import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Topics;

/**
 * Publishes submissions the way a CMS should: keyed by uri, idempotent, with CloudEvents headers.
 */
final class Submitter implements AutoCloseable {
  private final Producer<String, ArticleSubmission> producer;

  Submitter(KafkaClients clients) {
    producer = clients.producer(Topics.SUBMISSIONS);
  }

  /** Returns before the broker has it; {@link #flush()} waits for that. */
  Submittal send(String file, ArticleSubmission submission) {
    var submittal =
        new Submittal(
            file, submission.getUri(), submission.getRevision(), submission.getSubmittedAt());
    var message =
        new ProducerRecord<>(
            Topics.SUBMISSIONS.name(),
            null,
            null,
            submission.getUri(),
            submission,
            CloudEvents.headersOf(submission, UUID.randomUUID().toString()));
    try {
      producer.send(
          message,
          (metadata, error) -> {
            if (error == null) {
              submittal.sentTo(metadata.partition(), metadata.offset());
            } else {
              submittal.notSent(String.valueOf(error.getMessage()));
            }
          });
    } catch (KafkaException e) {
      submittal.notSent(String.valueOf(e.getMessage()));
    }
    return submittal;
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
