package org.articlepipeline.operations.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs longer than a page waits. Of each kind one at a time. */
final class Jobs {
  private static final int KEPT = 50;

  private final Map<String, Job> jobs =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > KEPT && !eldest.getValue().isRunning();
        }
      };

  /** Does it, and tells the job how far it is. */
  interface Work {
    /** Returns what is shown of it in the end. */
    Object run(Job job);
  }

  /** One of them. */
  static final class Job {
    private final String id = UUID.randomUUID().toString();
    private final String kind;
    private final String title;
    private final String by;
    private final Instant startedAt = Instant.now();
    private volatile long done;
    private volatile long total;
    private volatile String message = "";
    private volatile @Nullable Object result;
    private volatile @Nullable String problem;
    private volatile @Nullable Instant endedAt;

    private Job(String kind, String title, String by) {
      this.kind = kind;
      this.title = title;
      this.by = by;
    }

    void at(long nowDone, long ofTotal) {
      done = nowDone;
      total = ofTotal;
    }

    void saying(String text) {
      message = text;
    }

    boolean isRunning() {
      return endedAt == null;
    }

    String id() {
      return id;
    }

    String title() {
      return title;
    }

    String by() {
      return by;
    }

    Instant startedAt() {
      return startedAt;
    }

    long done() {
      return done;
    }

    long total() {
      return total;
    }

    String message() {
      return message;
    }

    @Nullable Object result() {
      return result;
    }

    @Nullable String problem() {
      return problem;
    }

    @Nullable Instant endedAt() {
      return endedAt;
    }

    private void run(Work work) {
      try {
        result = work.run(this);
      } catch (RuntimeException e) {
        problem = Questions.problem(title, e);
      } finally {
        endedAt = Instant.now();
      }
    }
  }

  /**
   * @param kind of which only one may run
   * @throws PageException when one runs
   */
  synchronized Job start(String kind, String title, String by, Work work) {
    Optional<Job> other =
        jobs.values().stream().filter(job -> job.kind.equals(kind) && job.isRunning()).findAny();
    if (other.isPresent()) {
      throw PageException.conflict(
          "%s, which %s began at %s, still runs. Wait for it."
              .formatted(other.get().title, other.get().by, Show.time(other.get().startedAt)));
    }
    var job = new Job(kind, title, by);
    jobs.put(job.id, job);
    Thread.ofVirtual().name(title).start(() -> job.run(work));
    return job;
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  synchronized List<Job> running() {
    return jobs.values().stream().filter(Job::isRunning).toList();
  }
}
