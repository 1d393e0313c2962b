package org.articlepipeline.operations;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Publishes a knowledge base: each entity replaces the one of its uri, the others stay. */
final class EntityImport {
  private final KafkaClients clients;

  EntityImport(KafkaClients clients) {
    this.clients = clients;
  }

  /** Returns how many there were, when the broker has all of them. */
  long publish(Stream<Entity> entities, Progress progress) {
    var failure = new AtomicReference<@Nullable Exception>();
    long count = 0;
    try (Producer<String, Entity> producer = clients.producer(Topics.ENTITIES)) {
      for (Entity entity : (Iterable<Entity>) entities::iterator) {
        var _ =
            producer.send(
                new ProducerRecord<>(Topics.ENTITIES.name(), entity.getUri(), entity),
                (metadata, error) -> {
                  if (error != null) {
                    failure.compareAndSet(null, error);
                  }
                });
        progress.done(++count);
      }
      producer.flush();
    }
    Optional.ofNullable(failure.get())
        .ifPresent(
            error -> {
              throw new CommandException(
                  "not all entities were published ("
                      + error.getMessage()
                      + "); import the file again",
                  error);
            });
    return count;
  }
}
