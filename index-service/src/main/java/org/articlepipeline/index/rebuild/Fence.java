package org.articlepipeline.index.rebuild;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.write.GroupOffsets;
import org.articlepipeline.index.write.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Brings the pipelines of two indices to the same offsets, and keeps them there.
 *
 * <p>First both are told to wait wherever they are; each says so beside the offsets that it commits
 * ({@link Passage.Course#arrival()}). The fence is the farther of the two in each partition, up to
 * which both go. So neither has read anything behind the fence, whoever owns its partitions, and
 * readers who are put over from one to the other see nothing older than before.
 */
final class Fence {
  private final IndexStateStore states;
  private final GroupOffsets offsets;
  private final Pause pause;

  Fence(IndexStateStore states, GroupOffsets offsets, Pause pause) {
    this.states = states;
    this.offsets = offsets;
    this.pause = pause;
  }

  /**
   * Returns when both wait at the fence. A hold of the same request that was begun before is
   * carried on. Each has a name of its own: what was said of an earlier one counts no more.
   *
   * @param request its id
   * @param from nobody need write it: then it stays where it is
   * @return partition to offset; null when they don't come in time, and then nobody waits any more
   */
  @Nullable Map<Integer, Long> hold(String request, String from, String to)
      throws InterruptedException {
    IndexState.Hold hold = states.find().map(IndexState::hold).orElse(null);
    if (hold == null || !hold.id().startsWith(request)) {
      hold = new IndexState.Hold(request + " " + Instant.now(), null);
      IndexState.Hold begun = hold;
      states.update(state -> state.held(begun));
    }
    String id = hold.id();
    Map<Integer, Long> fence = hold.fence();
    if (fence == null) {
      if (!wait(Passage.arrival(id, false), from, to)) {
        release();
        return null;
      }
      Map<Integer, Long> farther = new TreeMap<>(offsets.begins());
      offsets.positions(group(from)).forEach((p, offset) -> farther.merge(p, offset, Math::max));
      offsets.positions(group(to)).forEach((p, offset) -> farther.merge(p, offset, Math::max));
      fence = farther;
      states.update(state -> state.held(new IndexState.Hold(id, farther)));
    }
    if (!wait(Passage.arrival(id, true), from, to)) {
      release();
      return null;
    }
    return fence;
  }

  void release() {
    states.update(state -> state.held(null));
  }

  private boolean wait(String arrival, String from, String to) throws InterruptedException {
    return pause.until(
        () -> {
          Set<Integer> partitions = offsets.begins().keySet();
          return arrived(arrival, to, partitions)
              && (arrived(arrival, from, partitions) || !offsets.hasMembers(group(from)));
        });
  }

  private boolean arrived(String arrival, String index, Set<Integer> partitions) {
    Map<Integer, OffsetAndMetadata> committed = new HashMap<>(offsets.committed(group(index)));
    return partitions.stream()
        .allMatch(
            partition -> {
              OffsetAndMetadata commit = committed.get(partition);
              return commit != null && commit.metadata().equals(arrival);
            });
  }

  private static String group(String index) {
    return IndexNames.consumerGroup(index);
  }
}
