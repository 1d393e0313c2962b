package org.articlepipeline.operations;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a long task is: a bar on a terminal, a plain line every few seconds elsewhere, nothing
 * for a few items.
 */
interface Progress extends AutoCloseable {
  /** Set by the launcher, which alone can see whether standard error is a terminal. */
  String TERMINAL_PROPERTY = "articles.terminal";

  /** Tasks of fewer items end before anybody would look at their progress. */
  int FEW = 20;

  void done(long items);

  @Override
  void close();

  static Progress of(Output output, String task, long total) {
    if (total < FEW) {
      return new Silent();
    }
    return Boolean.getBoolean(TERMINAL_PROPERTY)
        ? new Bar(task, total)
        : new Lines(output, task, total);
  }

  /** For few items. */
  record Silent() implements Progress {
    @Override
    public void done(long items) {}

    @Override
    public void close() {}
  }

  /** For a terminal. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String task, long total) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build();
    }

    @Override
    public void done(long items) {
      bar.stepTo(items);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** For logs and pipes. */
  final class Lines implements Progress {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final Output output;
    private final String task;
    private final long total;
    private final long begun = System.nanoTime();
    private long last = begun;
    private long first = -1;

    Lines(Output output, String task, long total) {
      this.output = output;
      this.task = task;
      this.total = total;
    }

    @Override
    public void done(long items) {
      if (first < 0) {
        // What was done before is no measure of what is left.
        first = items;
      }
      if (System.nanoTime() - last > EVERY) {
        last = System.nanoTime();
        output.note(
            String.format(Locale.ROOT, "%s: %,d of %,d%s", task, items, total, left(items)));
      }
    }

    private String left(long items) {
      return items <= first
          ? ""
          : String.format(
              Locale.ROOT,
              ", %,d s left",
              Math.round((double) (total - items) / (items - first) * (last - begun) / 1e9));
    }

    @Override
    public void close() {}
  }
}
