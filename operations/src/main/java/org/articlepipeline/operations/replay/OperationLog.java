package org.articlepipeline.operations.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.TopicLog;
import org.articlepipeline.schemas.Operation;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.ReplayedLetters;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/** The audit trail, oldest record first. */
public final class OperationLog {
  private final KafkaClients clients;

  public OperationLog(KafkaClients clients) {
    this.clients = clients;
  }

  public List<Operation> read() {
    RecordReader<Operation> reader = clients.reader(Topics.OPERATIONS);
    List<Operation> operations = new ArrayList<>();
    new TopicLog(clients, Topics.OPERATIONS)
        .read(
            record -> {
              if (reader.read(SourceRecord.of(record)) instanceof Read.Value<Operation> read) {
                operations.add(read.value());
              }
            });
    return operations;
  }

  /** Offsets of the dead letters that were replayed, by partition. */
  public Map<Integer, Set<Long>> replayed() {
    Map<Integer, Set<Long>> replayed = new HashMap<>();
    for (Operation operation : read()) {
      for (ReplayedLetters letters : operation.getReplayed()) {
        replayed
            .computeIfAbsent(letters.getPartition(), partition -> new HashSet<>())
            .addAll(letters.getOffsets());
      }
    }
    return replayed;
  }
}
