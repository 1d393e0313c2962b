package org.articlepipeline.benchmarks.servers;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.benchmarks.BenchArguments;
import org.articlepipeline.benchmarks.Machine;
import org.articlepipeline.benchmarks.Report;
import org.articlepipeline.benchmarks.Spread;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.audit.Audit;
import org.articlepipeline.index.audit.AuditReport;
import org.articlepipeline.index.audit.EnrichedLog;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.TopicSerdes;

/** How long an audit takes when nothing differs, which is the usual case. */
public final class AuditBenchmark {
  private static final int DOCUMENTS = 100_000;
  private static final int RUNS = 5;
  private static final String INDEX = "articles-000001";

  private AuditBenchmark() {}

  /** {@code [--documents N] [--runs N] [--json]}. */
  public static void run(BenchArguments arguments) throws IOException {
    int documents = arguments.number("documents", DOCUMENTS);
    Report report = new Report(arguments.json());
    report.progress("preparing %,d articles", documents);
    var articles = new PreparedArticles(documents);
    try (var stack = new BenchStack()) {
      stack.publish(articles);
      IndexConfig config = stack.config(false);
      try (var service = new ServiceRun(config);
          var serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()))) {
        service.awaitIndexed(documents);
        var audit =
            new Audit(
                stack.elasticsearch(),
                new EnrichedLog(config.kafka(), serdes),
                Audit.STUB_GRACE,
                Clock.systemUTC());
        report.print(measure(audit, documents, arguments.number("runs", RUNS), report));
      }
    }
  }

  private static Map<String, Object> measure(Audit audit, int documents, int runs, Report report) {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      AuditReport result = audit.run(INDEX, false, 0, EnrichedLog.Progress.NONE);
      if (result.articles() != documents || result.buckets() != 0) {
        throw new IllegalStateException("something differs: " + result);
      }
      seconds.add(result.seconds());
      report.progress("audit %d of %d: %.1f s", i + 1, runs, result.seconds());
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("benchmark", "audit");
    result.put("machine", Machine.describe());
    result.put("documents", documents);
    result.put("seconds", Spread.of(seconds));
    return result;
  }
}
