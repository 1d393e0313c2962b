package org.articlepipeline.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.write.Pipeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline for each index that is written, as the shared state says, and none for others. Looks
 * several times a second, so that all instances wait and go on together soon.
 */
final class ArticlePipelines {
  private static final Logger LOG = LoggerFactory.getLogger(ArticlePipelines.class);
  private static final Duration EVERY = Duration.ofMillis(250);

  /** Looks between two at what Elasticsearch really has. */
  private static final int ROUNDS = 4;

  private final IndexStateStore states;
  private final Supplier<IndexState> firstState;
  private final int replicas;
  private final ArticleAliases aliases;
  private final ArticleState state;
  private final Function<String, Pipeline> pipelineOf;
  private final Map<String, Pipeline> pipelines = new ConcurrentHashMap<>();
  private final List<Pipeline> ending = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("index-state").unstarted(this::run);
  private volatile @Nullable String problem = "starting";
  private Set<String> goneBefore = Set.of();
  private int round;

  /**
   * @param firstState of a cluster that has none yet
   */
  ArticlePipelines(
      IndexStateStore states,
      Supplier<IndexState> firstState,
      int replicas,
      ArticleAliases aliases,
      ArticleState state,
      Function<String, Pipeline> pipelineOf) {
    this.states = states;
    this.firstState = firstState;
    this.replicas = replicas;
    this.aliases = aliases;
    this.state = state;
    this.pipelineOf = pipelineOf;
  }

  void start() {
    thread.start();
  }

  void stop() {
    stop.countDown();
    pipelines.values().forEach(Pipeline::stop);
  }

  void awaitEnd(Duration timeout) {
    try {
      if (thread.isAlive() && !thread.join(timeout)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // One that was started in the meantime.
    pipelines.values().forEach(Pipeline::stop);
    pipelines.values().forEach(pipeline -> pipeline.awaitEnd(timeout));
    ending.forEach(pipeline -> pipeline.awaitEnd(timeout));
  }

  boolean live() {
    return pipelines.values().stream().allMatch(Pipeline::live);
  }

  /** Whether what readers see is written by this instance. */
  boolean ready() {
    return serving().map(Pipeline::ready).orElse(false);
  }

  private Optional<Pipeline> serving() {
    return state.last().map(now -> pipelines.get(now.serving().name()));
  }

  /** For people: the index that is served as {@code articles}, others by name. */
  Map<String, String> describe() {
    Map<String, String> details = new TreeMap<>();
    Optional<IndexState> now = state.last();
    String trouble = problem;
    details.put(
        "articles",
        serving().map(Pipeline::describe).orElse(trouble == null ? "starting" : trouble));
    now.ifPresent(
        known ->
            known.indices().stream()
                .filter(entry -> entry.role() != IndexState.Role.SERVING)
                .forEach(
                    entry -> {
                      Pipeline pipeline = pipelines.get(entry.name());
                      details.put(
                          entry.name(),
                          entry.role().name().toLowerCase(Locale.ROOT)
                              + ", "
                              + (pipeline == null ? "starting" : pipeline.describe()));
                    }));
    return details;
  }

  private void run() {
    try {
      do {
        try {
          look();
          problem = null;
        } catch (RuntimeException e) {
          // Whatever it was, pipelines go on with what is known, and it is asked again.
          problem = String.valueOf(e.getMessage());
          LOG.atDebug().log("state of indices not read: {}", e.getMessage());
        }
      } while (!stop.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    long before = System.nanoTime();
    IndexState now = states.find().orElseGet(() -> states.findOrMake(firstState.get(), replicas));
    state.saw(before, now);
    Set<String> wanted = Set.copyOf(now.names().toList());
    pipelines.keySet().stream().filter(index -> !wanted.contains(index)).forEach(this::end);
    if (++round % ROUNDS == 0) {
      endThoseThatAreGone(now);
    }
    ending.removeIf(Pipeline::ended);
    for (String index : wanted) {
      String name = "articles " + index;
      if (!pipelines.containsKey(index)
          && stop.getCount() > 0
          && ending.stream().noneMatch(pipeline -> pipeline.name().equals(name))) {
        Pipeline pipeline = pipelineOf.apply(index);
        pipelines.put(index, pipeline);
        pipeline.start();
      }
    }
  }

  private void end(String index) {
    Pipeline pipeline = pipelines.remove(index);
    if (pipeline != null) {
      LOG.atInfo().addKeyValue("index", index).log("index is no longer written here");
      pipeline.stop();
      ending.add(pipeline);
    }
  }

  /**
   * Somebody has deleted an index. The one that readers see is made again by its next pipeline, and
   * filled from the beginning; one that was kept for a rollback is not.
   */
  private void endThoseThatAreGone(IndexState now) {
    Set<String> gone = new HashSet<>(now.names().toList());
    gone.removeAll(aliases.written());
    // One answer may be a server's that is not itself yet.
    Set<String> twice = new HashSet<>(gone);
    twice.retainAll(goneBefore);
    goneBefore = gone;
    for (String index : twice) {
      Pipeline pipeline = pipelines.get(index);
      if (pipeline != null && pipeline.running()) {
        LOG.atWarn().addKeyValue("index", index).log("index was deleted");
        end(index);
      }
      boolean standby =
          now.entry(index).map(entry -> entry.role() == IndexState.Role.STANDBY).orElse(false);
      if (standby && now.request() == null) {
        states.update(newest -> newest.without(index));
      }
    }
  }
}
