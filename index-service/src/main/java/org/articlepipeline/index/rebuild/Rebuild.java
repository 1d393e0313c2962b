package org.articlepipeline.index.rebuild;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.ArticleIndex;
import org.articlepipeline.index.indices.BadDefinitionException;
import org.articlepipeline.index.indices.IndexDefinition;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexState.Role;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.indices.MappingRefusedException;
import org.articlepipeline.index.rebuild.IndexTask.Phase;
import org.articlepipeline.index.write.GroupOffsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a request. Each may be begun again at any point, by this instance or another: it
 * looks at what is there, and what is done stays done.
 */
final class Rebuild {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  static final String REBUILD = "REBUILD";
  static final String ROLLBACK = "ROLLBACK";

  /** Offsets that the held indices may still have to go: few, since writing waits meanwhile. */
  private static final long CAUGHT_UP = 1_000;

  /** How often it is tried to hold both indices. */
  private static final int HOLDS = 3;

  private final ArticleIndex indices;
  private final ArticleAliases aliases;
  private final IndexStateStore states;
  private final TaskLog log;
  private final GroupOffsets offsets;
  private final Gate gate;
  private final Pause pause;
  private final Fence fence;

  Rebuild(
      ArticleIndex indices,
      ArticleAliases aliases,
      IndexStateStore states,
      TaskLog log,
      GroupOffsets offsets,
      Gate gate,
      Pause pause) {
    this.indices = indices;
    this.aliases = aliases;
    this.states = states;
    this.log = log;
    this.offsets = offsets;
    this.gate = gate;
    this.pause = pause;
    this.fence = new Fence(states, offsets, pause);
  }

  /**
   * Goes on from wherever it is to its end.
   *
   * @throws RefusedException when it can't be done; then {@link #undo} is to follow
   */
  void carryOut() throws InterruptedException {
    if (log.task().phase() == Phase.REQUESTED) {
      begin();
    }
    while (!log.task().phase().ended()) {
      switch (log.task().phase()) {
        case REQUESTED, FILLING -> fill();
        case HOLDING -> hold();
        case CHECKING -> check();
        case SWITCHING -> switchOver();
        case RETIRING -> retire();
        case DONE, REFUSED -> throw new IllegalStateException("it has ended");
      }
    }
  }

  private void begin() {
    IndexTask task = log.task();
    IndexState state = states.update(s -> s.during(task.id()));
    String from = state.serving().name();
    switch (task.kind()) {
      case REBUILD -> {
        Set<String> taken = new HashSet<>(aliases.written());
        taken.addAll(indices.names());
        taken.addAll(state.names().toList());
        log.write(task.between(from, IndexNames.after(taken)).in(Phase.FILLING, "is made"));
      }
      case ROLLBACK -> {
        String to =
            state
                .with(Role.STANDBY)
                .map(IndexState.Entry::name)
                .orElseThrow(
                    () ->
                        new RefusedException(
                            "there is no index to go back to: the one before the last rebuild is kept until the next"));
        log.write(task.between(from, to).in(Phase.FILLING, "catches up"));
      }
      default ->
          throw new RefusedException(
              "a request can be %s or %s, not '%s'".formatted(REBUILD, ROLLBACK, task.kind()));
    }
  }

  private void fill() throws InterruptedException {
    IndexTask task = log.task();
    boolean rebuild = task.kind().equals(REBUILD);
    if (rebuild && states.find().flatMap(state -> state.entry(task.to())).isEmpty()) {
      make(task);
    }
    String group = IndexNames.consumerGroup(task.to());
    while (true) {
      if (!indices.exists(task.to())) {
        throw new RefusedException("index %s was deleted meanwhile".formatted(task.to()));
      }
      Map<Integer, Long> begins = offsets.begins();
      Map<Integer, Long> positions = offsets.positions(group);
      long total = 0;
      long done = 0;
      for (Map.Entry<Integer, Long> end : offsets.ends().entrySet()) {
        long begin = begins.getOrDefault(end.getKey(), 0L);
        total += end.getValue() - begin;
        done +=
            Math.clamp(positions.getOrDefault(end.getKey(), begin), begin, end.getValue()) - begin;
      }
      boolean idle = !offsets.hasMembers(group);
      if (!rebuild && idle) {
        throw new RefusedException(
            "index %s is not kept up by any instance, see health of index-service; start the version that made it"
                .formatted(task.to()));
      }
      log.write(
          task.at(done, total)
              .in(Phase.FILLING, idle ? "waits for an instance that fills it" : "is filled"));
      if (!idle && total - done <= CAUGHT_UP) {
        break;
      }
      Thread.sleep(pause.step());
    }
    if (rebuild) {
      indices.serveable(task.to());
      pause.until(() -> indices.allocated(task.to()));
      gate.prepare();
    }
    log.write(log.task().in(Phase.HOLDING, "both indices come to the same offsets"));
  }

  private void make(IndexTask task) throws InterruptedException {
    IndexDefinition definition;
    try {
      definition =
          task.mapping() == null ? IndexDefinition.ours() : IndexDefinition.parse(task.mapping());
    } catch (BadDefinitionException e) {
      throw new RefusedException("the mapping can't be used: " + e.getMessage());
    }
    for (IndexState.Entry left : states.update(state -> state).indices()) {
      if (left.role() == Role.FILLING) {
        discard(left.name());
      }
    }
    offsets.forget(IndexNames.consumerGroup(task.to()));
    try {
      indices.createFilling(task.to(), definition);
    } catch (ElasticsearchException e) {
      if (e.retryable()) {
        throw e;
      }
      throw new RefusedException("the mapping can't be used: " + e.reason());
    }
    states.update(state -> state.filling(task.to(), task.id()));
    tellWhatNobodyTells(task);
  }

  /** No instance writes the serving index when its mapping is of another version. */
  private void tellWhatNobodyTells(IndexTask task) {
    String group = IndexNames.consumerGroup(task.from());
    try {
      indices.requireMapping(task.from());
    } catch (MappingRefusedException e) {
      if (!offsets.hasMembers(group)) {
        Map<Integer, Long> told = offsets.positions(group);
        states.update(state -> state.reporting(task.to(), told));
      }
    }
  }

  private void hold() throws InterruptedException {
    IndexTask task = log.task();
    for (int attempt = 1; fence.hold(task.id(), task.from(), task.to()) == null; attempt++) {
      if (attempt == HOLDS) {
        throw new RefusedException(
            "%s and %s did not come to the same offsets within %d s, tried %d times; see health of index-service"
                .formatted(task.from(), task.to(), pause.limit().toSeconds(), HOLDS));
      }
      Thread.sleep(pause.step().multipliedBy(10));
    }
    log.write(task.in(Phase.CHECKING, "is compared with the index that serves"));
  }

  private void check() throws InterruptedException {
    IndexTask task = log.task();
    Map<Integer, Long> held = fence.hold(task.id(), task.from(), task.to());
    if (held == null) {
      log.write(task.in(Phase.HOLDING, "both indices come to the same offsets again"));
      return;
    }
    indices.refresh(List.of(task.from(), task.to()));
    if (task.kind().equals(REBUILD)) {
      Gate.Verdict verdict = gate.check(task.from(), task.to(), held);
      List<String> report = new ArrayList<>(verdict.report());
      log.write(task.reported(report));
      if (!verdict.passed() && !task.force()) {
        throw new RefusedException(
            "%s is worse than %s, which serves on; --force takes it all the same"
                .formatted(task.to(), task.from()));
      }
    }
    log.write(log.task().in(Phase.SWITCHING, "readers are put over"));
  }

  private void switchOver() throws InterruptedException {
    IndexTask task = log.task();
    if (!states.find().orElseThrow().serving().name().equals(task.to())) {
      Map<Integer, Long> held = fence.hold(task.id(), task.from(), task.to());
      if (held == null) {
        log.write(task.in(Phase.HOLDING, "both indices come to the same offsets again"));
        return;
      }
      aliases.switchTo(task.to());
      states.update(state -> state.switchedTo(task.to(), held));
    }
    log.write(task.in(Phase.RETIRING, "serves; what is no longer needed is deleted"));
  }

  private void retire() throws InterruptedException {
    IndexTask task = log.task();
    for (IndexState.Entry entry : states.update(state -> state).indices()) {
      if (!entry.name().equals(task.to()) && !entry.name().equals(task.from())) {
        discard(entry.name());
      }
    }
    states.update(state -> state.during(null));
    log.write(
        task.in(
            Phase.DONE,
            String.format(
                Locale.ROOT,
                "%s serves now; %s is kept up for a rollback",
                task.to(),
                task.from())));
  }

  /** Leaves readers where they are, and nothing behind. */
  void undo(String why) throws InterruptedException {
    IndexTask task = log.task();
    IndexState state =
        states.update(
            now -> {
              IndexState freed = now.held(null).during(null);
              return now.reporting().getLast().index().equals(now.serving().name())
                  ? freed
                  : freed.reporting(
                      now.serving().name(), offsets.positions(IndexNames.consumerGroup(task.to())));
            });
    boolean filling =
        state.entry(task.to()).map(entry -> entry.role() == Role.FILLING).orElse(false);
    if (filling) {
      discard(task.to());
    }
    log.write(task.in(Phase.REFUSED, why));
  }

  /** Its writers end before it does. */
  private void discard(String index) throws InterruptedException {
    String group = IndexNames.consumerGroup(index);
    states.update(state -> state.without(index));
    pause.until(() -> !offsets.hasMembers(group));
    indices.delete(index);
    try {
      offsets.forget(group);
    } catch (KafkaException e) {
      // It is forgotten at the latest when an index of that name is made.
      LOG.atInfo().addKeyValue("group", group).log("group stays for now: {}", e.getMessage());
    }
  }
}
