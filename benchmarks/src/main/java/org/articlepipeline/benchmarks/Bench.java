package org.articlepipeline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./articles bench NAME [--json]}: JMH's report, or its results as JSON alone. */
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

  private Bench() {}

  public static void main(String[] args) throws IOException, RunnerException {
    boolean json = args.length == 2 && args[1].equals("--json");
    List<Class<?>> benchmarks = args.length == 0 ? null : BENCHMARKS.get(args[0]);
    if (benchmarks == null || (args.length > 1 && !json)) {
      System.err.println(
          "error: bench takes the name of a benchmark, then perhaps --json. There are: "
              + String.join(", ", BENCHMARKS.keySet()));
      System.exit(2);
      return;
    }
    run(benchmarks, PROFILERS.getOrDefault(args[0], List.of()), json);
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
