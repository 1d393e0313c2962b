package org.articlepipeline.index;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * A CMS that writes all the time, and a frontend that reads all the time and never sees a revision
 * go down, a count drop or a canceled article. One article gets ever newer revisions, others are
 * new.
 */
final class LiveTraffic implements AutoCloseable {
  private final TestPipeline pipeline;
  private final String source;
  private final String counter;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger articles = new AtomicInteger();
  private final AtomicLong reads = new AtomicLong();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final Thread writer;
  private final Thread reader;
  private final Thread getter;
  private volatile boolean stopped;

  LiveTraffic(TestPipeline pipeline, String source, int firstNew) {
    this.pipeline = pipeline;
    this.source = source;
    this.counter = "urn:%s:counter".formatted(source);
    this.writer = Thread.ofPlatform().name("cms").start(() -> write(firstNew));
    this.reader = Thread.ofPlatform().name("frontend").start(this::read);
    this.getter = Thread.ofPlatform().name("frontend-by-id").start(this::get);
  }

  int written() {
    return written.get();
  }

  /** New articles, the one with many revisions included. */
  int articles() {
    return articles.get();
  }

  long reads() {
    return reads.get();
  }

  List<String> wrong() {
    return wrong;
  }

  /** Returns after some more writes and reads. */
  void awaitSome() {
    int writes = written.get() + 20;
    long queries = reads.get() + 20;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> written.get() >= writes && reads.get() >= queries);
  }

  void stop() throws InterruptedException {
    stopped = true;
    writer.join();
    reader.join();
    getter.join();
  }

  private void write(int firstNew) {
    int next = firstNew;
    long revision = 0;
    while (!stopped) {
      EnrichedArticle article =
          written.get() % 2 == 0
              ? article(counter, ++revision, source)
              : article("urn:%s:%d".formatted(source, next++), 1, source);
      pipeline.publish(article);
      if (article.getRevision() == 1) {
        articles.incrementAndGet();
      }
      written.incrementAndGet();
      pause(20);
    }
  }

  /** In words of its own, so that searches of other tests don't find it. */
  static EnrichedArticle article(String uri, long revision, String source) {
    return Samples.article(uri, revision)
        .setSource(source)
        .setHeadline("Signal box repainted")
        .setBody("Crews repainted the signal box on Tuesday.")
        .build();
  }

  private void read() {
    long revision = 0;
    long count = 0;
    while (!stopped) {
      try {
        long nowCount = pipeline.visibleCount(source);
        if (nowCount < count) {
          wrong.add("count went from %d to %d".formatted(count, nowCount));
        }
        count = nowCount;
        long now = pipeline.visible(counter).map(d -> d.path("revision").asLong()).orElse(0L);
        if (now < revision) {
          wrong.add("revision went from %d to %d".formatted(revision, now));
        }
        revision = now;
        if (pipeline.visible("urn:%s:0".formatted(source)).isPresent()) {
          wrong.add("a canceled article is back");
        }
        reads.incrementAndGet();
      } catch (ElasticsearchException e) {
        wrong.add("failed: " + e.getMessage());
      }
      pause(5);
    }
  }

  /** By id no refresh is waited for. */
  private void get() {
    long revision = 0;
    while (!stopped) {
      try {
        long now =
            pipeline
                        .elasticsearch()
                        .call(
                            client ->
                                client.get(
                                    get -> get.index(IndexNames.ARTICLES).id(counter),
                                    JsonNode.class))
                        .source()
                    instanceof JsonNode document
                ? document.path("revision").asLong()
                : 0;
        if (now < revision) {
          wrong.add("revision by id went from %d to %d".formatted(revision, now));
        }
        revision = now;
      } catch (ElasticsearchException e) {
        wrong.add("failed: " + e.getMessage());
      }
      pause(5);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
