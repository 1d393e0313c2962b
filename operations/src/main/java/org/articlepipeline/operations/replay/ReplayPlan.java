package org.articlepipeline.operations.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.articlepipeline.operations.cluster.LetterId;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do, in the order in which it would be done.
 *
 * @param letters that are replayed
 * @param resent how many of them are submissions that are produced again
 * @param requested how many articles of the others are made again
 * @param replayedBefore how many are asked for, but were replayed already
 * @param others how many are asked for that can't be replayed, by what is to be done instead
 */
public record ReplayPlan(
    ReplayFilter filter,
    List<Letter> letters,
    long resent,
    long requested,
    long replayedBefore,
    Map<String, Long> others) {

  /** One dead letter. */
  public record Letter(
      int partition,
      long offset,
      boolean resent,
      String stage,
      String reason,
      @Nullable String uri,
      Instant at) {

    public String id() {
      return LetterId.text(partition, offset);
    }
  }
}
