package org.articlepipeline.benchmarks;

import java.util.concurrent.TimeUnit;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An empty knowledge base filled from the start, as when a service starts, without what Kafka and
 * Avro take; and the heap that it then occupies. A million names must fit into 1 GB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class KnowledgeLoadBenchmark {
  @Param({"100000", "1000000"})
  int names = 100_000;

  private long before;
  private KnowledgeBase base = new KnowledgeBase();

  /** The heap of the knowledge base alone, in KiB, and how many names it then has. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Heap {
    public long kibibytes;
    public long aliases;

    @TearDown
    public void measure(KnowledgeLoadBenchmark benchmark) {
      kibibytes = (used() - benchmark.before) / 1024;
      aliases = benchmark.base.names();
    }
  }

  @Setup
  public void measure() {
    before = used();
  }

  @Benchmark
  public KnowledgeBase load(Heap heap) {
    base = GeneratedKnowledge.of(names);
    return base;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
