package org.articlepipeline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.articlepipeline.benchmarks.servers.AuditBenchmark;
import org.articlepipeline.benchmarks.servers.IndexBenchmark;
import org.articlepipeline.benchmarks.servers.PipelineBenchmark;
import org.articlepipeline.benchmarks.servers.RebuildBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./articles bench NAME [--json]}: of the pure parts JMH's report, or its results as JSON
 * alone; of what needs servers a table, or JSON.
 */
public final class Bench {

  private static final Map<String, List<Class<?>>> BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "ingest", List.of(HtmlIngestBenchmark.class, TextIngestBenchmark.class),
              "enrich", List.of(EnrichBenchmark.class),
              "stories", List.of(StoriesBenchmark.class),
              "knowledge", List.of(KnowledgeLoadBenchmark.class, KnowledgeMatchBenchmark.class)));

  /** What is measured besides the time. */
  private static final Map<String, List<Class<? extends Profiler>>> PROFILERS =
      Map.of("enrich", List.of(GCProfiler.class, StepTimes.class));

  /** Those that measure servers, with the numbers that each takes. */
  private static final Map<String, ServerBenchmark> SERVER_BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "audit",
              new ServerBenchmark(AuditBenchmark::run, Set.of("documents", "runs")),
              "index",
              new ServerBenchmark(IndexBenchmark::run, Set.of("documents", "pairs")),
              "pipeline",
              new ServerBenchmark(PipelineBenchmark::run, Set.of("rate", "seconds")),
              "rebuild",
              new ServerBenchmark(RebuildBenchmark::run, Set.of("documents", "rate", "runs"))));

  private record ServerBenchmark(Run run, Set<String> numbers) {
    private interface Run {
      void run(BenchArguments arguments) throws IOException, InterruptedException;
    }
  }

  private Bench() {}

  public static void main(String[] args) throws IOException, RunnerException, InterruptedException {
    // Before anything logs: standard output is for results.
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    String name = args.length == 0 ? "" : args[0];
    List<Class<?>> benchmarks = BENCHMARKS.get(name);
    ServerBenchmark servers = SERVER_BENCHMARKS.get(name);
    if (benchmarks == null && servers == null) {
      var names = new TreeSet<>(BENCHMARKS.keySet());
      names.addAll(SERVER_BENCHMARKS.keySet());
      fail(
          "bench takes the name of a benchmark, then perhaps --json. There are: "
              + String.join(", ", names));
      return;
    }
    BenchArguments arguments;
    try {
      arguments = BenchArguments.parse(args, servers == null ? Set.of() : servers.numbers());
    } catch (IllegalArgumentException e) {
      fail(String.valueOf(e.getMessage()));
      return;
    }
    if (servers != null) {
      servers.run().run(arguments);
    } else if (benchmarks != null) {
      run(benchmarks, PROFILERS.getOrDefault(name, List.of()), arguments.json());
    }
  }

  private static void fail(String message) {
    System.err.println("error: " + message);
    System.exit(2);
  }

  private static void run(
      List<Class<?>> benchmarks, List<Class<? extends Profiler>> profilers, boolean json)
      throws IOException, RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder();
    for (Class<?> benchmark : benchmarks) {
      options = options.include("^" + benchmark.getName().replace(".", "\\.") + "\\.");
    }
    for (Class<? extends Profiler> profiler : profilers) {
      options = options.addProfiler(profiler);
    }
    if (!json) {
      new Runner(options.build()).run();
      return;
    }
    Path results = Files.createTempFile("bench", ".json");
    try {
      options =
          options
              .verbosity(VerboseMode.SILENT)
              .resultFormat(ResultFormatType.JSON)
              .result(results.toString());
      new Runner(options.build()).run();
      System.out.print(Files.readString(results));
    } finally {
      Files.delete(results);
    }
  }
}
