package org.articlepipeline.operations;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Topics;

/** The entities that a new local stack starts with. */
record Knowledge(List<Entity> entities) {
  /** Leaves a stack alone that has entities already: they may be somebody's own. */
  void publishIfNone(KafkaClients clients) {
    if (!entities.isEmpty() && hasNone(clients)) {
      new EntityImport(clients).publish(entities.stream(), new Progress.Silent());
    }
  }

  private static boolean hasNone(KafkaClients clients) {
    try (Consumer<byte[], byte[]> consumer = clients.byteConsumer()) {
      return consumer
          .endOffsets(KafkaClients.partitions(consumer, Topics.ENTITIES))
          .values()
          .stream()
          .allMatch(end -> end == 0);
    }
  }
}
