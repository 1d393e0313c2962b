package org.articlepipeline.index.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time from a CMS's submission until a search finds the article: of one article a
 * second, asked for through the alias that frontends read, to a tenth of a second. One search at a
 * time, of a few ids, and only while one is looked for. Used by one thread, the executor's.
 */
public final class SearchProbe implements Outlet {
  private static final long SAMPLE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long ASK_NANOS = Duration.ofMillis(100).toNanos();

  /** Looked for at once; more come only when refreshes are slow. */
  static final int MAX_SAMPLES = 10;

  /** Answered searches without an article after which it is given up: about a minute. */
  static final int MAX_MISSES = 600;

  private final Search search;
  private final Executor loop;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final WriterMetrics metrics;
  private final List<Sample> samples = new ArrayList<>();
  private long sampledAt;
  private long askedAt;
  private boolean asking;

  /** Asks for documents. */
  public interface Search {
    /** The versions of those that a search finds now, by id; null when it could not be asked. */
    CompletableFuture<@Nullable Map<String, Long>> versions(List<String> ids);
  }

  private static final class Sample {
    private final String id;
    private final long version;
    private final Instant submittedAt;
    private int misses;

    private Sample(String id, long version, Instant submittedAt) {
      this.id = id;
      this.version = version;
      this.submittedAt = submittedAt;
    }
  }

  public SearchProbe(
      Search search,
      Executor loop,
      InstantSource clock,
      LongSupplier nanos,
      WriterMetrics metrics) {
    this.search = search;
    this.loop = loop;
    this.clock = clock;
    this.nanos = nanos;
    this.metrics = metrics;
    this.sampledAt = nanos.getAsLong() - SAMPLE_NANOS;
    this.askedAt = nanos.getAsLong() - ASK_NANOS;
  }

  /** The index took an article that readers may see; perhaps it is looked for. */
  void indexed(String id, long version, Instant submittedAt) {
    if (nanos.getAsLong() - sampledAt >= SAMPLE_NANOS && samples.size() < MAX_SAMPLES) {
      sampledAt = nanos.getAsLong();
      samples.add(new Sample(id, version, submittedAt));
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Never completes exceptionally.
  public void flush() {
    if (!asking && !samples.isEmpty() && nanos.getAsLong() - askedAt >= ASK_NANOS) {
      asking = true;
      askedAt = nanos.getAsLong();
      search
          .versions(samples.stream().map(sample -> sample.id).toList())
          .thenAccept(found -> loop.execute(() -> answered(found)));
    }
  }

  private void answered(@Nullable Map<String, Long> found) {
    asking = false;
    if (found == null) {
      return;
    }
    Instant now = clock.instant();
    for (Iterator<Sample> each = samples.iterator(); each.hasNext(); ) {
      Sample sample = each.next();
      // A newer one is found when it came before the next refresh.
      if (found.getOrDefault(sample.id, -1L) >= sample.version) {
        metrics.searchable(Duration.between(sample.submittedAt, now));
        each.remove();
      } else if (++sample.misses >= MAX_MISSES) {
        metrics.unseen();
        each.remove();
      }
    }
  }

  /** It never stands in the way. */
  @Override
  public boolean hasRoom() {
    return true;
  }

  @Override
  public @Nullable Trouble trouble() {
    return null;
  }
}
