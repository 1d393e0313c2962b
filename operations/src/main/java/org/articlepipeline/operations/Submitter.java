package org.articlepipeline.operations;

import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Topics;

/**
 * Publishes submissions the way a CMS should: keyed by uri, idempotent, with CloudEvents headers.
 */
final class Submitter implements AutoCloseable {
  private final Producer<String, ArticleSubmission> producer;

  /** Set when a time-out ran out: the next article would only wait for the same again. */
  private volatile boolean noAnswer;

  Submitter(KafkaClients clients) {
    producer = clients.producer(Topics.SUBMISSIONS);
  }

  /**
   * Returns before the broker has it; {@link #flush()} waits for that.
   *
   * @throws CommandException when Kafka does not answer
   */
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
      var _ =
          producer.send(
              message,
              (metadata, error) -> {
                if (error == null) {
                  submittal.sentTo(metadata.partition(), metadata.offset());
                } else {
                  notSent(submittal, error);
                }
              });
    } catch (SerializationException e) {
      notSent(submittal, e);
    }
    if (noAnswer) {
      throw new CommandException(
          "Kafka does not take articles (%s: %s); is it up, and the address right?"
              .formatted(file, submittal.result().message()));
    }
    return submittal;
  }

  private void notSent(Submittal submittal, Exception error) {
    noAnswer |= error instanceof TimeoutException;
    submittal.notSent(String.valueOf(error.getMessage()));
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
