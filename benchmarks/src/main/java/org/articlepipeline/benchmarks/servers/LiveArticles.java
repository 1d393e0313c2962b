package org.articlepipeline.benchmarks.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Topics;

/** What keeps coming at a fixed rate: in turns new articles, and one in ever newer revisions. */
final class LiveArticles implements AutoCloseable {
  /** The one whose revisions grow. */
  static final String COUNTER = "urn:bench:counter";

  private final BenchStack stack;
  private final PreparedArticles articles;
  private final int rate;
  private final Thread thread = Thread.ofPlatform().name("live-articles").unstarted(this::run);
  private volatile boolean closed;
  private volatile int published;

  /**
   * @param rate articles a second
   */
  LiveArticles(BenchStack stack, PreparedArticles articles, int rate) {
    this.stack = stack;
    this.articles = articles;
    this.rate = rate;
    thread.start();
  }

  int published() {
    return published;
  }

  private void run() {
    long start = System.nanoTime();
    try (var publisher = stack.new Publisher<>(Topics.ENRICHED)) {
      for (int i = 0; !closed; i++) {
        EnrichedArticle article =
            EnrichedArticle.newBuilder(articles.get(i % articles.count()))
                .setUri(i % 2 == 0 ? COUNTER : "urn:bench:live:" + i)
                .setRevision(1 + i)
                .build();
        publisher.send(article.getUri(), article);
        published = i + 1;
        long due = start + (i + 1L) * Duration.ofSeconds(1).toNanos() / rate;
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
