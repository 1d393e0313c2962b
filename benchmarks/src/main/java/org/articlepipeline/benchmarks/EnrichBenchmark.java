package org.articlepipeline.benchmarks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.articlepipeline.enrich.Enrichment;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All default steps on one article, with 100,000 names in the knowledge base, for several lengths:
 * articles/s times length must stay about the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx384m", "-XX:+UseSerialGC"})
public class EnrichBenchmark {
  static final int NAMES = 100_000;

  /** For {@link StepTimes}, which runs beside it. */
  static final MeterRegistry METRICS = new SimpleMeterRegistry();

  /** So many that no step has an article in its caches. */
  private static final int ARTICLES = 50;

  @Param({"3000", "6000", "12000", "60000"})
  int characters = 6000;

  private final Enrichment enrichment = Enrichment.of(GeneratedKnowledge.of(NAMES), METRICS);
  private List<Article> articles = List.of();
  private int next;

  @Setup
  public void write() {
    articles = IntStream.range(0, ARTICLES).mapToObj(i -> NewsArticle.of(characters, i)).toList();
  }

  @Benchmark
  public EnrichedArticle enrich() {
    return enrichment.enrich(articles.get(next++ % ARTICLES), 0);
  }
}
