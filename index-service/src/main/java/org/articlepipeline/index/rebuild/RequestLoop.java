package org.articlepipeline.index.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever owns the one partition of {@code articles.index-requests} carries requests out, one after
 * the other. A request's offset is committed when it has ended, so that another instance goes on
 * with it when this one ends first.
 */
public final class RequestLoop implements ConsumerRebalanceListener {
  public static final String GROUP = "index-service.requests";

  private static final Logger LOG = LoggerFactory.getLogger(RequestLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration END = Duration.ofSeconds(10);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Work work;
  private final Thread thread = Thread.ofPlatform().name("index-requests").unstarted(this::run);
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private volatile boolean stopped;
  private @Nullable Thread job;
  private volatile boolean done;

  /** Set before anybody can see that the request has ended: the next one is not late any more. */
  private volatile boolean ending;

  /** Offset before which requests came while another was under way. */
  private long lateBefore;

  /** What is done with a request. */
  public interface Work {
    /**
     * Returns when the request has ended.
     *
     * @param late whether it was made while another was under way
     * @param ending runs before anybody can see that it has ended
     * @throws InterruptedException when it was interrupted; it goes on when it is called again
     */
    void carryOut(ConsumerRecord<byte[], byte[]> request, boolean late, Runnable ending)
        throws InterruptedException;
  }

  /**
   * @param consumers throws {@link KafkaException} while Kafka is away
   */
  public RequestLoop(Supplier<Consumer<byte[], byte[]>> consumers, Work work) {
    this.consumers = consumers;
    this.work = work;
  }

  public void start() {
    thread.start();
  }

  public void stop() {
    stopped = true;
  }

  public void awaitEnd(Duration timeout) {
    try {
      if (thread.isAlive() && !thread.join(timeout)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        consumer.subscribe(List.of(Topics.INDEX_REQUESTS.name()), this);
        while (!stopped) {
          step(consumer);
        }
        cancel();
      } catch (KafkaException | IllegalStateException e) {
        LOG.atInfo().log("requests can't be read now: {}", e.getMessage());
        cancel();
        pause();
      }
    }
  }

  private void step(Consumer<byte[], byte[]> consumer) {
    consumer.poll(POLL).forEach(waiting::add);
    if (job != null && done) {
      finish(consumer);
    } else if (job != null) {
      findLate(consumer);
    }
    ConsumerRecord<byte[], byte[]> next = waiting.peek();
    if (job == null && next != null) {
      start(next, next.offset() < lateBefore);
    }
    if (job == null) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
  }

  private void start(ConsumerRecord<byte[], byte[]> request, boolean late) {
    done = false;
    ending = false;
    job =
        Thread.ofPlatform()
            .name("index-request-" + request.offset())
            .start(
                () -> {
                  try {
                    work.carryOut(request, late, () -> ending = true);
                    done = true;
                  } catch (InterruptedException e) {
                    // Another instance goes on with it, or this one after its restart.
                    Thread.currentThread().interrupt();
                  } catch (RuntimeException | Error e) {
                    // The next one must not wait for it for ever.
                    LOG.atError().setCause(e).log("a request came to no end and is left out");
                    done = true;
                  }
                });
  }

  private void finish(Consumer<byte[], byte[]> consumer) {
    ConsumerRecord<byte[], byte[]> ended = waiting.remove();
    job = null;
    TopicPartition partition = new TopicPartition(ended.topic(), ended.partition());
    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(ended.offset() + 1)));
  }

  private void findLate(Consumer<byte[], byte[]> consumer) {
    long end =
        consumer.endOffsets(consumer.assignment()).values().stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    if (!ending) {
      lateBefore = end;
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> added) {}

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    if (!revoked.isEmpty()) {
      cancel();
    }
  }

  /** Ends what is under way where it is. */
  private void cancel() {
    waiting.clear();
    Thread running = job;
    job = null;
    if (running != null) {
      running.interrupt();
      try {
        if (!running.join(END)) {
          LOG.atWarn().log("a request does not end in time");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }
}
