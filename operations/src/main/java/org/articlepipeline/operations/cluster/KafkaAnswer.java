package org.articlepipeline.operations.cluster;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for the broker's answer to an administrative request. */
public final class KafkaAnswer {
  private static final int TIMEOUT_SECONDS = 20;

  private KafkaAnswer() {}

  /**
   * @throws CommandException when there is none, or it is a refusal
   */
  public static <T> T of(KafkaFuture<T> answer) {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw noAnswer(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw noAnswer(e);
      }
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new CommandException("Kafka refused: " + why, e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static CommandException noAnswer(Exception e) {
    return new CommandException("Kafka does not answer; is it up, and the address right?", e);
  }
}
