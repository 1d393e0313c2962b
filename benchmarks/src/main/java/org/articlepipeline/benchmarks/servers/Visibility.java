package org.articlepipeline.benchmarks.servers;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;

/**
 * When each article is first found, by a search through the alias as a frontend would send it. The
 * time between two searches counts against the pipeline.
 */
final class Visibility implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** In one search; those that wait longest come first. */
  private static final int MOST = 500;

  private final ElasticsearchConnection elasticsearch;
  private final Map<String, Long> waiting = new LinkedHashMap<>();
  private final Histogram millis = new ConcurrentHistogram(3);
  private final Thread thread = Thread.ofPlatform().name("visibility").unstarted(this::run);
  private volatile boolean closed;

  Visibility(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
    thread.start();
  }

  /**
   * @param due when it was to be sent, in {@link System#nanoTime()}: that it was sent later is no
   *     reason to count less
   */
  void expect(String uri, long due) {
    synchronized (waiting) {
      waiting.put(uri, due);
    }
  }

  /** From the moment an article was due to the moment it was found. */
  Histogram millis() {
    return millis;
  }

  /** Forgets what was measured, not what is waited for. */
  void reset() {
    millis.reset();
  }

  /** Returns how many were not found in time. */
  int awaitAll(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (left() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return left();
  }

  private int left() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private void run() {
    while (!closed) {
      List<String> uris;
      synchronized (waiting) {
        uris = waiting.keySet().stream().limit(MOST).toList();
      }
      if (!uris.isEmpty()) {
        look(uris);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private void look(List<String> uris) {
    SearchResponse<Void> found =
        elasticsearch.call(
            client ->
                client.search(
                    search ->
                        search
                            .index(IndexNames.ARTICLES)
                            .size(MOST)
                            .source(source -> source.fetch(false))
                            .query(
                                query ->
                                    query.terms(
                                        terms ->
                                            terms
                                                .field("uri")
                                                .terms(
                                                    values ->
                                                        values.value(
                                                            uris.stream()
                                                                .map(FieldValue::of)
                                                                .toList())))),
                    Void.class));
    long now = System.nanoTime();
    synchronized (waiting) {
      found
          .hits()
          .hits()
          .forEach(
              hit -> {
                // A document's id is its article's uri.
                Long due = waiting.remove(hit.id());
                if (due != null) {
                  millis.recordValue(TimeUnit.NANOSECONDS.toMillis(now - due));
                }
              });
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
