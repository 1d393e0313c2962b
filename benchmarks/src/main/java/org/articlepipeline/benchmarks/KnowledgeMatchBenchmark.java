package org.articlepipeline.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.NameIndex;
import org.articlepipeline.enrich.knowledge.NameMatch;
import org.articlepipeline.enrich.knowledge.NameResolver;
import org.articlepipeline.enrich.knowledge.NameScanner;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Entity;
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

/** Looking up the names of an article of 6,000 characters that is cut into tokens already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class KnowledgeMatchBenchmark {
  private static final int ARTICLES = 50;

  @Param({"100000", "1000000"})
  int names = 100_000;

  private final List<Analysis> articles =
      IntStream.range(0, ARTICLES).mapToObj(i -> Analysis.of(NewsArticle.of(6_000, i))).toList();
  private KnowledgeBase base = new KnowledgeBase();
  private Entity replaced = new Entity();
  private int next;

  @Setup
  public void fill() {
    base = GeneratedKnowledge.of(names);
    replaced = GeneratedKnowledge.entity(2);
  }

  /** Twice over the article: for strong names, then for all. */
  @Benchmark
  public List<NameMatch> match() {
    Analysis article = articles.get(next++ % ARTICLES);
    return base.read(index -> match(index, article));
  }

  /** One entity takes the place of its old version. */
  @Benchmark
  public KnowledgeBase replace() {
    base.put(replaced);
    return base;
  }

  private static List<NameMatch> match(NameIndex index, Analysis article) {
    NameScanner scanner = new NameScanner(index, article.body(), false, 0);
    NameResolver resolver = NameResolver.of(scanner.scan(entity -> false));
    return scanner.scan(resolver::supports);
  }
}
