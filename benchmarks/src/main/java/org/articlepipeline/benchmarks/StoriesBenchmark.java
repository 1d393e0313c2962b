package org.articlepipeline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.articlepipeline.enrich.Enrichment;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.enrich.stories.Stories;
import org.articlepipeline.enrich.stories.StoryState;
import org.articlepipeline.schemas.ArticleSignature;
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
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles put into stories, in a JVM of 384 MB that holds what else the enrich service holds: its
 * models and the starter knowledge base. Three in ten repeat an earlier one of the last thousand.
 * When all are in, 10,000 more go by turns into this state and into a new one, to see what its size
 * costs whatever else the machine does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Timeout(time = 1, timeUnit = TimeUnit.HOURS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx384m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class StoriesBenchmark {
  private static final int RECENT = 1_000;
  private static final int MORE = 10_000;
  private static final int TURN = 500;

  @Param({"10000", "100000", "1000000"})
  int articles = 1_000_000;

  private final Random random = new Random(1);
  private final KnowledgeBase knowledge = new KnowledgeBase();
  private final Enrichment enrichment = Enrichment.of(knowledge);
  private final StoryStores state = new StoryStores();

  /**
   * Time for an article, of processors: of the whole process, and of the thread alone, for those
   * that came last, with the full state and with a new one. Memory when all articles are in; the
   * heap after a full collection.
   */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    public long processMicros;
    public long fullThreadMicros;
    public long newThreadMicros;
    public long heapMebibytes;
    public long residentMebibytes;
    public long stateMebibytes;
    public long changes;

    @TearDown
    public void measure(StoriesBenchmark benchmark) throws IOException {
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      heapMebibytes = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
      residentMebibytes = resident() >> 20;
      stateMebibytes = benchmark.state.size() >> 20;
    }

    /** In bytes; 0 where the system does not say. */
    private static long resident() throws IOException {
      Path status = Path.of("/proc/self/status");
      if (!Files.exists(status)) {
        return 0;
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    }
  }

  /** And compiles what is measured. */
  @Setup
  public void load() throws IOException {
    StarterSet.entities().forEach(knowledge::put);
    try (StoryStores compiled = new StoryStores()) {
      put(compiled, 5 * MORE, 0);
    }
  }

  @TearDown
  public void delete() throws IOException {
    state.close();
  }

  @Benchmark
  public Enrichment decide(Cost cost) throws IOException {
    long before = processNanos();
    cost.changes = put(state, articles, 0);
    cost.processMicros = (processNanos() - before) / 1_000 / articles;
    try (StoryStores other = new StoryStores()) {
      long full = 0;
      long fresh = 0;
      for (int i = 0; i < MORE; i += TURN) {
        long start = threadNanos();
        put(state, TURN, articles + i);
        long middle = threadNanos();
        put(other, TURN, i);
        full += middle - start;
        fresh += threadNanos() - middle;
      }
      cost.fullThreadMicros = full / 1_000 / MORE;
      cost.newThreadMicros = fresh / 1_000 / MORE;
    }
    return enrichment;
  }

  /** Returns how many articles had to be published anew. */
  private long put(StoryStores into, int count, int from) {
    long changes = 0;
    for (int i = 0; i < count; i++) {
      byte[] text = into.articles > RECENT && random.nextInt(10) < 3 ? copy(into) : text();
      into.recent[into.articles++ % RECENT] = text;
      changes += into.stories.apply(signature(from + i, text)).size();
    }
    return changes;
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private byte[] text() {
    byte[] minima = new byte[Stories.MINIMA * Integer.BYTES];
    random.nextBytes(minima);
    return minima;
  }

  /** Nine of ten minima stay. */
  private byte[] copy(StoryStores of) {
    ByteBuffer copy = ByteBuffer.wrap(of.recent[random.nextInt(RECENT)].clone());
    for (int i = 0; i < Stories.MINIMA / 10; i++) {
      copy.putInt(random.nextInt(Stories.MINIMA) * Integer.BYTES, random.nextInt());
    }
    return copy.array();
  }

  /** As many a second as there are milliseconds. */
  private static ArticleSignature signature(int number, byte[] text) {
    String uri = "urn:newsroom:article:%012d".formatted(number);
    return ArticleSignature.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setVisible(true)
        .setIngestedAt(Instant.ofEpochMilli(number))
        .setUrl("https://newsroom.example/2026/03/01/article-%d.html".formatted(number))
        .setMinHash(ByteBuffer.wrap(text))
        .setClusterUri(uri)
        .build();
  }

  private static final class StoryStores implements AutoCloseable {
    private final StoreFolder folder = new StoreFolder();
    private final Stories stories =
        new Stories(
            new StoryState(
                folder.table("members"),
                folder.table("bands"),
                folder.table("stories"),
                folder.table("ages")),
            Duration.ofDays(7));
    private final byte[][] recent = new byte[RECENT][];
    private int articles;

    /** On disk, in bytes. */
    long size() throws IOException {
      return folder.size();
    }

    @Override
    public void close() throws IOException {
      folder.close();
    }
  }
}
