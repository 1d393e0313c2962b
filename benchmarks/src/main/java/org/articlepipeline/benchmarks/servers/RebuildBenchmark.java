package org.articlepipeline.benchmarks.servers;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.articlepipeline.benchmarks.BenchArguments;
import org.articlepipeline.benchmarks.Machine;
import org.articlepipeline.benchmarks.Report;
import org.articlepipeline.benchmarks.Spread;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.schemas.IndexRequest;
import org.articlepipeline.schemas.Topics;

/**
 * Rebuilds while articles keep coming and a frontend asks all the time. A rebuild's documents a
 * second are those of its fill, from the first record that it reads to the last that is settled;
 * its ceiling is what the same node takes before it as raw bulks of the same documents from memory
 * into an empty index, while the same articles come and the same frontend asks.
 */
public final class RebuildBenchmark {
  private static final int DOCUMENTS = 50_000;
  private static final int RATE = 50;
  private static final int RUNS = 3;
  private static final String RAW = "articles-raw";
  private static final Duration LOOK = Duration.ofMillis(20);

  private final BenchStack stack;
  private final PreparedArticles articles;
  private final RawBulk raw;

  private RebuildBenchmark(BenchStack stack, PreparedArticles articles) {
    this.stack = stack;
    this.articles = articles;
    this.raw = RawBulk.of(stack, IndexNames.writeAlias(RAW), articles);
  }

  /** {@code [--documents N] [--rate N] [--runs N] [--json]}. */
  public static void run(BenchArguments arguments) throws IOException, InterruptedException {
    int documents = arguments.number("documents", DOCUMENTS);
    int rate = arguments.number("rate", RATE);
    int runs = arguments.number("runs", RUNS);
    Report report = new Report(arguments.json());
    report.progress("preparing %,d articles", documents);
    var articles = new PreparedArticles(documents);
    try (var stack = new BenchStack()) {
      stack.publish(articles);
      new RebuildBenchmark(stack, articles).measure(rate, runs, report);
    }
  }

  private void measure(int rate, int runs, Report report) throws InterruptedException {
    try (var service = new ServiceRun(stack.config(false))) {
      report.progress("filling the index that serves");
      service.awaitIndexed(articles.count());
      try (var live = new LiveArticles(stack, articles, rate);
          var frontend = new Frontend(stack.elasticsearch(), LiveArticles.COUNTER)) {
        report.progress("warming up");
        ceiling();
        List<Run> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
          double ceiling = ceiling();
          measured.add(rebuild(service, ceiling));
          report.progress("rebuild %d of %d: %s", i + 1, runs, measured.getLast());
        }
        report.print(result(rate, measured, live.published(), frontend.answers()));
      }
    }
  }

  private record Run(
      double documentsPerSecond, double ceiling, double secondsAfter, double seconds) {
    double ratio() {
      return documentsPerSecond / ceiling;
    }

    @Override
    public String toString() {
      return "%,.0f of %,.0f documents/s, ratio %.3f, %.1f s of which %.1f after the fill"
          .formatted(documentsPerSecond, ceiling, ratio(), seconds, secondsAfter);
    }
  }

  /** Into an index of this version's mapping, as a rebuild fills it: without refreshes. */
  private double ceiling() throws InterruptedException {
    stack.createIndex(RAW, IndexNames.writeAlias(RAW), "-1");
    var clock = new Sample.Clock();
    raw.send();
    double ceiling = clock.stop(articles.count()).documentsPerSecond();
    stack.elasticsearch().call(client -> client.indices().delete(d -> d.index(RAW)));
    return ceiling;
  }

  private Run rebuild(ServiceRun service, double ceiling) {
    long requested = System.nanoTime();
    String id = request();
    String index = await(id, task -> !task.to().isEmpty()).to();
    service.awaitFirst(index);
    long first = System.nanoTime();
    service.awaitIndexed(index, articles.count());
    long filled = System.nanoTime();
    IndexTask ended = await(id, task -> task.phase().ended());
    if (ended.phase() != IndexTask.Phase.DONE) {
      throw new IllegalStateException("%s: %s".formatted(ended.message(), ended.report()));
    }
    long done = System.nanoTime();
    return new Run(
        articles.count() * 1e9 / (filled - first),
        ceiling,
        (done - filled) / 1e9,
        (done - requested) / 1e9);
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

  private IndexTask await(String id, Predicate<IndexTask> reached) {
    TaskStore tasks = new TaskStore(stack.elasticsearch());
    while (true) {
      Optional<IndexTask> task = tasks.find(id).filter(reached.or(t -> t.phase().ended()));
      if (task.isPresent()) {
        return task.get();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private Map<String, Object> result(
      int rate, List<Run> runs, int published, Frontend.Answers answers) {
    Spread ratio = Spread.of(runs.stream().map(Run::ratio).toList());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("benchmark", "rebuild");
    result.put("machine", Machine.describe());
    result.put("documents", articles.count());
    result.put("articlesPerSecondMeanwhile", rate);
    result.put("publishedMeanwhile", published);
    result.put("ratioToCeiling", ratio.median());
    result.put("ratioInterval", List.of(ratio.lowest(), ratio.highest()));
    result.put(
        "documentsPerSecond", Spread.of(runs.stream().map(Run::documentsPerSecond).toList()));
    result.put("ceilingDocumentsPerSecond", Spread.of(runs.stream().map(Run::ceiling).toList()));
    result.put("secondsAfterTheFill", Spread.of(runs.stream().map(Run::secondsAfter).toList()));
    result.put("seconds", Spread.of(runs.stream().map(Run::seconds).toList()));
    result.put("queries", answers.queries());
    result.put("queriesFailed", answers.failed());
    result.put("queriesWrong", answers.wrong());
    return result;
  }
}
