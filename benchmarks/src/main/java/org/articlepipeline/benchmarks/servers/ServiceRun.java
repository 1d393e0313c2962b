package org.articlepipeline.benchmarks.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.index.indices.IndexNames;

/**
 * Index-service in this JVM, from the first record that it reads to the last that is settled: its
 * receipt is in Kafka. Seen from outside, by its metrics; the time that a look takes counts against
 * the service.
 */
final class ServiceRun implements AutoCloseable {
  private static final long SHORTEST_NANOS = Duration.ofMillis(20).toNanos();
  private static final long LONGEST_NANOS = Duration.ofMillis(500).toNanos();
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final IndexService service;
  private final URI metrics;

  ServiceRun(IndexConfig config) {
    this.service = IndexService.build(config);
    service.start();
    this.metrics = service.httpUrl().resolve("/metrics");
  }

  /** Returns when it has begun to read for the first index. */
  void awaitFirst() {
    awaitFirst(IndexNames.FIRST_INDEX);
  }

  void awaitFirst(String index) {
    await(1, "articles_index_read_total", index);
  }

  /** Returns when so many articles are in the first index. */
  void awaitIndexed(long articles) {
    awaitIndexed(IndexNames.FIRST_INDEX, articles);
  }

  void awaitIndexed(String index, long articles) {
    await(articles, "articles_index_records_total", index);
  }

  /**
   * Looks again when half of what is left may be done: often looks would cost the service as much
   * as its work.
   */
  private void await(long count, String meter, String index) {
    long start = System.nanoTime();
    double first = value(meter, index);
    for (double now = first; now < count; now = value(meter, index)) {
      long passed = System.nanoTime() - start;
      if (passed > LIMIT.toNanos()) {
        throw new IllegalStateException(
            "%s is %.0f after %s: %s".formatted(meter, now, LIMIT, service.health().details()));
      }
      double left = now == first ? 0 : (count - now) / (now - first) * passed;
      LockSupport.parkNanos(Math.clamp((long) (left / 2), SHORTEST_NANOS, LONGEST_NANOS));
    }
  }

  /** Of one index's pipeline, outcomes together. */
  private double value(String meter, String index) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(metrics + "?name%5B%5D=" + meter)).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer
          .body()
          .lines()
          .filter(line -> line.startsWith(meter + "{") && line.contains("target=\"" + index + "\""))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    service.close();
    http.close();
  }
}
