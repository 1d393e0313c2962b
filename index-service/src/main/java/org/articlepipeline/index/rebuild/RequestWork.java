package org.articlepipeline.index.rebuild;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.ArticleIndex;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.write.GroupOffsets;
import org.articlepipeline.schemas.IndexRequest;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one request out to its end, through any outage of Kafka, the registry or Elasticsearch:
 * what fails for a reason that passes is tried again.
 *
 * @param offsets of {@code articles.enriched}
 * @param listener hears of each change of a task when it is written
 */
public record RequestWork(
    RecordReader<IndexRequest> reader,
    ArticleIndex indices,
    ArticleAliases aliases,
    IndexStateStore states,
    TaskStore tasks,
    Supplier<GroupOffsets> offsets,
    Gate gate,
    Duration step,
    Duration limit,
    Consumer<IndexTask> listener)
    implements RequestLoop.Work {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWork.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  @Override
  public void carryOut(ConsumerRecord<byte[], byte[]> request, boolean late, Runnable ending)
      throws InterruptedException {
    while (true) {
      try {
        switch (reader.read(SourceRecord.of(request))) {
          case Read.Value<IndexRequest>(IndexRequest value) -> carryOut(value, late, ending);
          case Read.Rejected<IndexRequest>(var rejection) ->
              LOG.atWarn().log("a request that can't be read is left out: {}", rejection.message());
          case Read.Tombstone<IndexRequest>() -> {}
        }
        return;
      } catch (RegistryUnavailableException | ElasticsearchException e) {
        again(e);
      } catch (InterruptException e) {
        throw interrupted(e);
      } catch (KafkaException e) {
        again(e);
      }
    }
  }

  private void carryOut(IndexRequest request, boolean late, Runnable ending)
      throws InterruptedException {
    TaskLog log =
        new TaskLog(
            tasks,
            listener,
            ending,
            tasks.find(request.getId()).orElseGet(() -> IndexTask.of(request)));
    if (log.task().phase().ended()) {
      return;
    }
    try (GroupOffsets positions = offsets.get()) {
      Rebuild rebuild =
          new Rebuild(indices, aliases, states, log, positions, gate, new Pause(step, limit));
      String problem = late ? "another request was under way; ask again" : attempt(rebuild);
      if (!problem.isEmpty()) {
        rebuild.undo(problem);
      }
      LOG.atInfo()
          .addKeyValue("request", request.getId())
          .addKeyValue("kind", request.getKind())
          .log("request ended: {}", log.task().message());
    }
  }

  /**
   * @return why it is given up, empty when it is done
   */
  private static String attempt(Rebuild rebuild) throws InterruptedException {
    try {
      rebuild.carryOut();
      return "";
    } catch (RefusedException e) {
      return String.valueOf(e.getMessage());
    } catch (ElasticsearchException e) {
      if (e.retryable()) {
        throw e;
      }
      return String.valueOf(e.getMessage());
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a request failed");
      return "unexpected %s, see the log of index-service".formatted(e);
    }
  }

  private static void again(RuntimeException e) throws InterruptedException {
    LOG.atInfo().log("a request waits: {}", e.getMessage());
    Thread.sleep(AGAIN);
  }

  private static InterruptedException interrupted(InterruptException e) {
    InterruptedException interrupted = new InterruptedException(e.getMessage());
    interrupted.initCause(e);
    return interrupted;
  }
}
