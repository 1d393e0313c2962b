package org.articlepipeline.operations.console;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.operations.cluster.CommandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one page asks other servers, all at once, and for {@link #PATIENCE} at most: then the page
 * is shown without the rest.
 */
final class Questions {
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private final long deadline = System.nanoTime() + PATIENCE.toNanos();

  /** A question under way. */
  final class Asked<T> {
    private final String whom;
    private final Future<T> future;

    private Asked(String whom, Future<T> future) {
      this.whom = whom;
      this.future = future;
    }

    Answer<T> answer() {
      try {
        long left = Math.max(1, deadline - System.nanoTime());
        return Answer.of(future.get(left, TimeUnit.NANOSECONDS));
      } catch (TimeoutException e) {
        future.cancel(true);
        return Answer.none("%s has not answered for %d ms.".formatted(whom, PATIENCE.toMillis()));
      } catch (ExecutionException e) {
        return Answer.none(problem(whom, e.getCause() == null ? e : e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Answer.none("The console stops.");
      }
    }
  }

  /**
   * @param whom for the sentence that says that there was no answer
   */
  <T> Asked<T> ask(String whom, Callable<T> question) {
    return new Asked<>(whom, THREADS.submit(question));
  }

  /** For messages that say by themselves what is wrong and where. */
  static String problem(String whom, Throwable e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case PageException page -> page.detail();
      case CommandException expected -> sentence(message);
      case ElasticsearchException expected -> sentence(message);
      case KafkaException expected -> sentence(whom + ": " + message);
      default -> {
        LOG.atWarn().addKeyValue("whom", whom).setCause(e).log("console got no answer");
        yield whom + " can't be asked; the console's log says more.";
      }
    };
  }

  private static String sentence(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    String begin =
        line.isEmpty() ? line : Character.toUpperCase(line.charAt(0)) + line.substring(1);
    return begin.endsWith(".") || begin.endsWith("?") ? begin : begin + ".";
  }
}
