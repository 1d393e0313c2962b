package org.articlepipeline.operations.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.schemas.IndexRequest;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Asks index-service to do something to the index, and follows how it goes. The service goes on
 * when this ends.
 */
public final class IndexRequests {
  private static final Duration STEP = Duration.ofMillis(250);

  /** An instance that was killed holds its place for 10 s. */
  private static final Duration TAKEN = Duration.ofSeconds(30);

  private static final Duration AWAY = Duration.ofSeconds(60);

  private final KafkaClients clients;
  private final IndexStateStore states;
  private final TaskStore tasks;

  public IndexRequests(KafkaClients clients, ElasticsearchConnection elasticsearch) {
    this.clients = clients;
    this.states = new IndexStateStore(elasticsearch);
    this.tasks = new TaskStore(elasticsearch);
  }

  /** Hears how it goes. */
  public interface Listener {
    void at(IndexTask task);
  }

  /** The request that index-service carries out now. */
  public Optional<IndexTask> underWay() {
    return states
        .find()
        .map(IndexState::request)
        .flatMap(tasks::find)
        .filter(task -> !task.phase().ended());
  }

  /** Returns the request's id when the broker has it. */
  public String send(String kind, boolean force, @Nullable String mapping) {
    IndexRequest request =
        IndexRequest.newBuilder()
            .setId(UUID.randomUUID().toString())
            .setKind(kind)
            .setRequestedAt(Instant.now())
            .setForce(force)
            .setMapping(mapping)
            .build();
    try (Producer<String, IndexRequest> producer = clients.producer(Topics.INDEX_REQUESTS)) {
      producer.send(new ProducerRecord<>(Topics.INDEX_REQUESTS.name(), "index", request)).get();
    } catch (ExecutionException e) {
      throw new CommandException("the request was not sent: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted; whether the request was sent is not known", e);
    }
    return request.getId();
  }

  /**
   * Returns how it ended.
   *
   * @throws CommandException when no instance takes it, or Elasticsearch does not answer any more;
   *     the request stands
   */
  public IndexTask follow(String id, Listener listener) {
    long asked = System.nanoTime();
    long answered = asked;
    while (true) {
      try {
        Optional<IndexTask> task = tasks.find(id);
        answered = System.nanoTime();
        if (task.isPresent()) {
          listener.at(task.get());
          if (task.get().phase().ended()) {
            return task.get();
          }
        } else if (answered - asked > TAKEN.toNanos()) {
          throw new CommandException(
              "no index-service has taken the request within "
                  + TAKEN.toSeconds()
                  + " s; it is carried out when one runs, see `./articles index status`");
        }
      } catch (ElasticsearchException e) {
        if (System.nanoTime() - answered > AWAY.toNanos()) {
          throw e;
        }
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted; index-service goes on with the request");
    }
  }
}
