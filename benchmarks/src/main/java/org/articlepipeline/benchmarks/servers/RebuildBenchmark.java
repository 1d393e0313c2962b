package org.articlepipeline.benchmarks.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.articlepipeline.benchmarks.BenchArguments;
import org.articlepipeline.benchmarks.Machine;
import org.articlepipeline.benchmarks.Report;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.IndexTask.Phase;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.IndexRequest;
import org.articlepipeline.schemas.Topics;

/**
 * A rebuild while articles keep coming and a frontend asks all the time. Its documents a second are
 * those of the fill alone, against raw bulks of the same documents from memory into an empty index
 * before it, while nothing else ran.
 */
public final class RebuildBenchmark {
  private static final int DOCUMENTS = 50_000;
  private static final int RATE = 50;
  private static final String RAW = "articles-999999";
  private static final Duration LOOK = Duration.ofMillis(20);

  private final BenchStack stack;
  private final PreparedArticles articles;
  private final int rate;
  private volatile boolean stopped;
  private volatile int published;
  private long queries;
  private long failed;
  private long wrong;

  private RebuildBenchmark(BenchStack stack, PreparedArticles articles, int rate) {
    this.stack = stack;
    this.articles = articles;
    this.rate = rate;
  }

  /** {@code [--documents N] [--rate N] [--json]}. */
  public static void run(BenchArguments arguments) throws IOException, InterruptedException {
    int documents = arguments.number("documents", DOCUMENTS);
    int rate = arguments.number("rate", RATE);
    Report report = new Report(arguments.json());
    report.progress("preparing %,d articles", documents);
    var articles = new PreparedArticles(documents);
    try (var stack = new BenchStack()) {
      stack.publish(articles);
      new RebuildBenchmark(stack, articles, rate).measure(report);
    }
  }

  private void measure(Report report) throws InterruptedException {
    double ceiling = ceiling();
    report.progress("ceiling: %,.0f documents/s", ceiling);
    try (var service = new ServiceRun(stack.config(false))) {
      service.awaitIndexed(articles.count());
      report.progress("rebuilding");
      Thread cms = Thread.ofPlatform().name("cms").start(this::publish);
      Thread frontend = Thread.ofPlatform().name("frontend").start(this::query);
      String id = request();
      long begun = awaitPhase(id, Phase.FILLING);
      long filled = awaitPhase(id, Phase.HOLDING);
      awaitPhase(id, Phase.DONE);
      long done = System.nanoTime();
      stopped = true;
      cms.join();
      frontend.join();
      IndexTask task = new TaskStore(stack.elasticsearch()).find(id).orElseThrow();
      double fill = articles.count() * 1e9 / (filled - begun);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("benchmark", "rebuild");
      result.put("machine", Machine.describe());
      result.put("documents", articles.count());
      result.put("phase", task.phase().name());
      result.put("articlesPerSecondMeanwhile", rate);
      result.put("publishedMeanwhile", published);
      result.put("documentsPerSecond", fill);
      result.put("ceilingDocumentsPerSecond", ceiling);
      result.put("ratioToCeiling", fill / ceiling);
      result.put("secondsFromFilledToDone", (done - filled) / 1e9);
      result.put("queries", queries);
      result.put("queriesFailed", failed);
      result.put("queriesWrong", wrong);
      report.print(result);
    }
  }

  private double ceiling() throws InterruptedException {
    IndexConfig.Index limits = stack.config(false).index();
    String alias = IndexNames.writeAlias(RAW);
    var raw =
        new RawBulk(
            stack.elasticsearchUrl(),
            alias,
            articles,
            limits.bulkBytes(),
            limits.bulkCount(),
            limits.bulksInFlight());
    double best = 0;
    // The first warms the server up.
    for (int i = 0; i < 3; i++) {
      stack.makeIndex(RAW, alias, s -> s.refreshInterval(time -> time.time("-1")));
      var clock = new Sample.Clock();
      raw.send();
      best = Math.max(best, clock.stop(articles.count()).documentsPerSecond());
      stack.elasticsearch().call(client -> client.indices().delete(d -> d.index(RAW)));
    }
    return best;
  }

  private String request() {
    IndexRequest request =
        IndexRequest.newBuilder()
            .setId(UUID.randomUUID().toString())
            .setKind("REBUILD")
            .setRequestedAt(Instant.now())
            .build();
    try (var publisher = stack.new Publisher<>(Topics.INDEX_REQUESTS)) {
      publisher.send("index", request);
    }
    return request.getId();
  }

  private long awaitPhase(String id, Phase phase) {
    TaskStore tasks = new TaskStore(stack.elasticsearch());
    while (true) {
      Optional<IndexTask> task = tasks.find(id);
      long now = System.nanoTime();
      if (task.filter(t -> t.phase().compareTo(phase) >= 0).isPresent()) {
        return now;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** The same article in ever newer revisions, and new ones, in turns. */
  private void publish() {
    long start = System.nanoTime();
    try (var publisher = stack.new Publisher<>(Topics.ENRICHED)) {
      for (int i = 0; !stopped; i++) {
        EnrichedArticle article =
            EnrichedArticle.newBuilder(articles.get(i % articles.count()))
                .setUri(i % 2 == 0 ? "urn:bench:counter" : "urn:bench:live:" + i)
                .setRevision(1 + i)
                .build();
        publisher.send(article.getUri(), article);
        published = i + 1;
        long due = start + (i + 1L) * Duration.ofSeconds(1).toNanos() / rate;
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
      }
    }
  }

  private void query() {
    long count = 0;
    long revision = 0;
    while (!stopped) {
      try {
        long nowCount =
            stack
                .elasticsearch()
                .call(client -> client.count(c -> c.index(IndexNames.ARTICLES)))
                .count();
        JsonNode counter =
            stack
                .elasticsearch()
                .call(
                    client ->
                        client.get(
                            get -> get.index(IndexNames.ARTICLES).id("urn:bench:counter"),
                            JsonNode.class))
                .source();
        long nowRevision = counter == null ? 0 : counter.path("revision").asLong();
        wrong += nowCount < count || nowRevision < revision ? 1 : 0;
        count = nowCount;
        revision = nowRevision;
      } catch (ElasticsearchException e) {
        failed++;
      }
      queries += 2;
    }
  }
}
