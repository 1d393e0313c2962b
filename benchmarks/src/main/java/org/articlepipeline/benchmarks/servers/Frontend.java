package org.articlepipeline.benchmarks.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;

/**
 * Asks through the alias all the time, and knows that articles only become more and their revisions
 * only higher. Between two questions it rests a moment: what it costs the machine is then the same
 * in every run.
 */
final class Frontend implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(10);

  private final ElasticsearchConnection elasticsearch;
  private final String counter;
  private final Thread thread = Thread.ofPlatform().name("frontend").unstarted(this::run);
  private volatile boolean closed;
  private volatile Answers answers = new Answers(0, 0, 0);

  /**
   * @param failed without an answer
   * @param wrong with less, or older, than an answer before
   */
  record Answers(long queries, long failed, long wrong) {}

  /**
   * @param counter uri of an article of which there are ever newer revisions
   */
  Frontend(ElasticsearchConnection elasticsearch, String counter) {
    this.elasticsearch = elasticsearch;
    this.counter = counter;
    thread.start();
  }

  Answers answers() {
    return answers;
  }

  private void run() {
    long count = 0;
    long revision = 0;
    while (!closed) {
      count = ask(count, this::count);
      revision = ask(revision, this::revision);
    }
  }

  private interface Question {
    long ask();
  }

  private long ask(long before, Question question) {
    LockSupport.parkNanos(REST.toNanos());
    Answers so = answers;
    try {
      long now = question.ask();
      answers = new Answers(so.queries + 1, so.failed, so.wrong + (now < before ? 1 : 0));
      return now;
    } catch (ElasticsearchException e) {
      answers = new Answers(so.queries + 1, so.failed + 1, so.wrong);
      return before;
    }
  }

  private long count() {
    return elasticsearch.call(client -> client.count(c -> c.index(IndexNames.ARTICLES))).count();
  }

  private long revision() {
    JsonNode source =
        elasticsearch
            .call(
                client ->
                    client.get(get -> get.index(IndexNames.ARTICLES).id(counter), JsonNode.class))
            .source();
    return source == null ? 0 : source.path("revision").asLong();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
