package org.articlepipeline.benchmarks.servers;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.articlepipeline.benchmarks.BenchArguments;
import org.articlepipeline.benchmarks.Machine;
import org.articlepipeline.benchmarks.Report;
import org.articlepipeline.benchmarks.Spread;
import org.articlepipeline.index.indices.IndexNames;

/**
 * Documents a second of index-service from Kafka, against those that the same node takes as raw
 * bulks from memory. In pairs, the two in turns and each first in every other pair, each run into
 * an empty index; the ratio is that of the two in one pair.
 */
public final class IndexBenchmark {
  private static final int DOCUMENTS = 100_000;
  private static final int PAIRS = 7;
  private static final int JOURNAL_PAIRS = 3;
  private static final String INDEX = IndexNames.FIRST_INDEX;
  private static final String WRITE_ALIAS = IndexNames.writeAlias(INDEX);

  private final BenchStack stack;
  private final PreparedArticles articles;
  private final RawBulk raw;

  private IndexBenchmark(BenchStack stack, PreparedArticles articles) {
    this.stack = stack;
    this.articles = articles;
    this.raw = RawBulk.of(stack, WRITE_ALIAS, articles);
  }

  /** {@code [--documents N] [--pairs N] [--json]}. */
  public static void run(BenchArguments arguments) throws IOException, InterruptedException {
    int documents = arguments.number("documents", DOCUMENTS);
    int pairs = arguments.number("pairs", PAIRS);
    Report report = new Report(arguments.json());
    report.progress("preparing %,d articles", documents);
    var articles = new PreparedArticles(documents);
    try (var stack = new BenchStack()) {
      stack.publish(articles);
      new IndexBenchmark(stack, articles).measure(pairs, report);
    }
  }

  private void measure(int pairs, Report report) throws IOException, InterruptedException {
    report.progress("warming up");
    service(false);
    raw();
    List<Pair> plain = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      plain.add(pair(i, false));
      report.progress("pair %d of %d: %s", i + 1, pairs, plain.getLast());
    }
    List<Pair> journaled = new ArrayList<>();
    for (int i = 0; i < Math.min(pairs, JOURNAL_PAIRS); i++) {
      journaled.add(pair(i, true));
      report.progress("pair %d with the journal: %s", i + 1, journaled.getLast());
    }
    report.print(result(plain, journaled));
  }

  private record Pair(Sample ceiling, Sample service) {
    double ratio() {
      return service.documentsPerSecond() / ceiling.documentsPerSecond();
    }

    @Override
    public String toString() {
      return "%,.0f of %,.0f documents/s, ratio %.3f"
          .formatted(service.documentsPerSecond(), ceiling.documentsPerSecond(), ratio());
    }
  }

  private Pair pair(int number, boolean journal) throws InterruptedException {
    if (number % 2 == 0) {
      Sample ceiling = raw();
      return new Pair(ceiling, service(journal));
    }
    Sample service = service(journal);
    return new Pair(raw(), service);
  }

  private Sample raw() throws InterruptedException {
    deleteIndices();
    stack.createIndex(INDEX, WRITE_ALIAS, "1s");
    var clock = new Sample.Clock();
    raw.send();
    return clock.stop(articles.count());
  }

  /** The service makes its index itself, and then reads the topic from the beginning. */
  private Sample service(boolean journal) {
    deleteIndices();
    stack.forgetReceipts();
    try (var service = new ServiceRun(stack.config(journal))) {
      service.awaitFirst();
      var clock = new Sample.Clock();
      service.awaitIndexed(articles.count());
      return clock.stop(articles.count());
    }
  }

  private void deleteIndices() {
    stack.elasticsearch().call(IndexBenchmark::deleteAll);
  }

  private static boolean deleteAll(ElasticsearchClient client) throws IOException {
    for (String pattern : List.of("articles-*", "article-*", "dead-letters-*")) {
      for (String index : client.indices().get(get -> get.index(pattern)).indices().keySet()) {
        client.indices().delete(delete -> delete.index(index));
      }
    }
    return true;
  }

  private Map<String, Object> result(List<Pair> plain, List<Pair> journaled) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("benchmark", "index");
    result.put("machine", Machine.describe());
    result.put("documents", articles.count());
    result.put("documentBytes", raw.documentBytes() / articles.count());
    result.putAll(pairs(plain));
    result.put("withJournal", pairs(journaled));
    return result;
  }

  private static Map<String, Object> pairs(List<Pair> pairs) {
    Map<String, Object> result = new LinkedHashMap<>();
    Spread ratio = spread(pairs, Pair::ratio);
    result.put("ratioToCeiling", ratio.median());
    result.put("ratioInterval", List.of(ratio.lowest(), ratio.highest()));
    result.put("pairs", ratio.runs());
    result.put("documentsPerSecond", spread(pairs, p -> p.service.documentsPerSecond()));
    result.put("ceilingDocumentsPerSecond", spread(pairs, p -> p.ceiling.documentsPerSecond()));
    result.put("cpuMicrosPerDocument", spread(pairs, p -> p.service.cpuMicros()));
    result.put("ceilingCpuMicrosPerDocument", spread(pairs, p -> p.ceiling.cpuMicros()));
    return result;
  }

  private static Spread spread(List<Pair> pairs, Function<Pair, Double> value) {
    return Spread.of(pairs.stream().map(value).toList());
  }
}
