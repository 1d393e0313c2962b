package org.articlepipeline.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a knowledge base: each entity replaces the one of its uri, or is taken out; the others
 * stay.
 */
final class EntityImport {
  private static final String TOPIC = Topics.ENTITIES.name();

  private final KafkaClients clients;
  private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();

  EntityImport(KafkaClients clients) {
    this.clients = clients;
  }

  /** The highest offset that was written in each partition so far. */
  Map<Integer, Long> offsets() {
    return Map.copyOf(offsets);
  }

  /** Returns how many there were, when the broker has all of them. */
  long publish(Stream<Entity> entities, Progress progress) {
    return send(
        entities.map(entity -> new ProducerRecord<>(TOPIC, entity.getUri(), entity)), progress);
  }

  /** Takes entities out, when the broker has it; there need be none with such a uri. */
  void remove(List<String> uris) {
    send(
        uris.stream().map(uri -> new ProducerRecord<String, Entity>(TOPIC, uri, null)),
        new Progress.Silent());
  }

  private long send(Stream<ProducerRecord<String, Entity>> records, Progress progress) {
    var failure = new AtomicReference<@Nullable Exception>();
    long count = 0;
    try (Producer<String, Entity> producer = clients.producer(Topics.ENTITIES)) {
      for (ProducerRecord<String, Entity> each :
          (Iterable<ProducerRecord<String, Entity>>) records::iterator) {
        var _ =
            producer.send(
                each,
                (metadata, error) -> {
                  if (error == null) {
                    offsets.merge(metadata.partition(), metadata.offset(), Math::max);
                  } else {
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
                  "not all entities were published (" + error.getMessage() + "); try again", error);
            });
    return count;
  }
}
