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

/**
 * Index-service in this JVM, from the first record that it reads to the last that is settled: its
 * receipt is in Kafka. Seen from outside, by its metrics; the time that a look takes counts against
 * the service.
 */
final class ServiceRun implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final IndexService service;
  private final URI metrics;

  ServiceRun(IndexConfig config) {
    this.service = IndexService.build(config);
    service.start();
    this.metrics = service.httpUrl().resolve("/metrics");
  }

  /** Returns when it has begun to read. */
  void awaitFirst() {
    await(1, "articles_index_read_total");
  }

  /** Returns when so many articles are indexed. */
  void awaitIndexed(long articles) {
    await(articles, "articles_index_records_total");
  }

  private void await(long count, String meter) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (value(meter) < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s is %.0f after %s: %s"
                .formatted(meter, value(meter), LIMIT, service.health().details()));
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** Of the articles' pipeline, outcomes together. */
  private double value(String meter) {
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
      return answer
          .body()
          .lines()
          .filter(line -> line.startsWith(meter + "{") && line.contains("pipeline=\"articles\""))
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
