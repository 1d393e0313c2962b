package org.articlepipeline.operations.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Operation;
import org.articlepipeline.schemas.ReplayedLetters;
import org.articlepipeline.schemas.Topics;

/**
 * One operation as it is written into the audit trail. Nothing is done before the trail has its
 * begin.
 */
public final class OperationRecord implements AutoCloseable {
  private final Producer<String, Operation> producer;
  private final String id = UUID.randomUUID().toString();
  private final String kind;
  private final String by;
  private final String description;
  private boolean open;

  private OperationRecord(KafkaClients clients, String kind, String by, String description) {
    this.producer = clients.producer(Topics.OPERATIONS);
    this.kind = kind;
    this.by = by;
    this.description = description;
  }

  /**
   * Returns when the trail has it.
   *
   * @param kind REPLAY, REBUILD, ROLLBACK, AUDIT or REPAIR
   * @param by who
   * @param description what was asked for
   */
  public static OperationRecord begin(
      KafkaClients clients, String kind, String by, String description) {
    var operation = new OperationRecord(clients, kind, by, description);
    try {
      operation.write("BEGUN", "", 0, List.of());
      operation.open = true;
      return operation;
    } catch (RuntimeException e) {
      operation.close();
      throw e;
    }
  }

  public String id() {
    return id;
  }

  /**
   * @param well whether what was asked for was done
   */
  public void ended(boolean well, String message, long done) {
    open = false;
    write(well ? "ENDED" : "FAILED", message, done, List.of());
  }

  void underWay(long done, List<ReplayedLetters> replayed) {
    write("UNDER_WAY", "", done, replayed);
  }

  private void write(String phase, String message, long done, List<ReplayedLetters> replayed) {
    Operation operation =
        Operation.newBuilder()
            .setId(id)
            .setKind(kind)
            .setPhase(phase)
            .setBy(by)
            .setAt(Instant.now())
            .setDescription(description)
            .setMessage(message)
            .setDone(done)
            .setReplayed(replayed)
            .build();
    try {
      producer.send(new ProducerRecord<>(Topics.OPERATIONS.name(), id, operation)).get();
    } catch (ExecutionException e) {
      throw new CommandException(
          "the audit trail " + Topics.OPERATIONS + " can't be written to: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", e);
    }
  }

  /** What was begun and has not ended has failed. */
  @Override
  public void close() {
    try (producer) {
      if (open) {
        ended(false, "It was given up.", 0);
      }
    }
  }
}
