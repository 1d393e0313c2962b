package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.MappingRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one {@link ConsumerLoop}. What the loop needs first (topics, templates, an index)
 * is tried until it is there, however long that takes; a loop that fails is made anew.
 */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final String name;
  private final Supplier<ConsumerLoop> setup;
  private final RetryClock retry;
  private final Backoff backoff;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable ConsumerLoop loop;
  private volatile @Nullable Trouble setupTrouble;
  private volatile @Nullable Throwable death;

  /**
   * @param setup throws what {@link ElasticsearchException} and others tell; then it is tried again
   */
  public Pipeline(String name, Supplier<ConsumerLoop> setup, Backoff backoff) {
    this.name = name;
    this.setup = setup;
    this.backoff = backoff;
    this.retry = new RetryClock(backoff, System::nanoTime);
    this.thread = Thread.ofPlatform().name("index-" + name).unstarted(this::run);
  }

  public String name() {
    return name;
  }

  public void start() {
    thread.start();
  }

  /** Asks it to end; {@link #awaitEnd} waits for that. */
  public void stop() {
    stop.countDown();
  }

  public void awaitEnd(Duration timeout) {
    try {
      if (thread.isAlive() && !thread.join(timeout)) {
        LOG.atWarn().addKeyValue("pipeline", name).log("pipeline does not end in time");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean ended() {
    return !thread.isAlive();
  }

  /** Whether what it needs was there once, so that it consumes. */
  public boolean running() {
    return loop != null;
  }

  public boolean live() {
    return death == null;
  }

  public boolean ready() {
    ConsumerLoop running = loop;
    if (death != null || running == null) {
      return false;
    }
    ConsumerLoop.State state = running.state();
    return state.assigned() && state.trouble() == null;
  }

  /** For people. */
  public String describe() {
    Throwable end = death;
    if (end != null) {
      return "ended by " + end + "; restart the service";
    }
    ConsumerLoop running = loop;
    Trouble trouble = running == null ? setupTrouble : running.state().trouble();
    if (trouble != null) {
      return "%s: retrying for %d s"
          .formatted(trouble.reason(), trouble.seconds(System.nanoTime()));
    }
    if (running == null) {
      return "starting";
    }
    if (!running.state().assigned()) {
      return "waiting for partitions";
    }
    return running.state().waits() ? "waiting for other indices" : "consuming";
  }

  /** What ends a loop may pass: it starts again, from the committed offsets. */
  private void run() {
    try {
      ConsumerLoop running = setUp();
      while (running != null) {
        try {
          consume(running);
          return;
        } catch (RuntimeException e) {
          LOG.atError().addKeyValue("pipeline", name).setCause(e).log("pipeline starts again");
          loop = null;
          retry.failed("started again after " + e);
          setupTrouble = retry.trouble();
          stop.await(backoff.limit().toNanos(), TimeUnit.NANOSECONDS);
        }
        running = setUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      death = e;
      LOG.atError().addKeyValue("pipeline", name).setCause(e).log("pipeline ended");
    }
  }

  private void consume(ConsumerLoop running) throws InterruptedException {
    loop = running;
    try {
      while (stop.getCount() > 0) {
        running.step();
      }
    } finally {
      running.close();
    }
  }

  private @Nullable ConsumerLoop setUp() throws InterruptedException {
    int attempt = 0;
    while (stop.getCount() > 0) {
      try {
        ConsumerLoop made = setup.get();
        retry.succeeded();
        setupTrouble = null;
        return made;
      } catch (ElasticsearchException
          | MappingRefusedException
          | IllegalStateException
          | KafkaException e) {
        retry.failed(String.valueOf(e.getMessage()));
        setupTrouble = retry.trouble();
        attempt++;
        LOG.atWarn()
            .addKeyValue("pipeline", name)
            .addKeyValue("attempt", attempt)
            .log("pipeline can't start yet: {}", e.getMessage());
        if (stop.await(backoff.delay(attempt).toNanos(), TimeUnit.NANOSECONDS)) {
          return null;
        }
      }
    }
    return null;
  }
}
