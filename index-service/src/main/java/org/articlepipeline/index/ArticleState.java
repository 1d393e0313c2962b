package org.articlepipeline.index;

import java.util.Objects;
import java.util.Optional;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.write.Passage;
import org.jspecify.annotations.Nullable;

/** The state of all indices as this instance read it last. Written by one thread, read by any. */
final class ArticleState implements Passage {
  private record Seen(long before, IndexState state) {}

  private volatile @Nullable Seen seen;

  /**
   * @param before {@link System#nanoTime()} before it was asked for
   */
  void saw(long before, IndexState state) {
    seen = new Seen(before, state);
  }

  Optional<IndexState> last() {
    return Optional.ofNullable(seen).map(Seen::state);
  }

  IndexState known() {
    return Objects.requireNonNull(seen, "pipelines start when the state is known").state();
  }

  @Override
  public @Nullable Course current(long since) {
    Seen last = seen;
    if (last == null || last.before() - since < 0) {
      return null;
    }
    IndexState.Hold hold = last.state().hold();
    return hold == null ? new Course(null, null) : new Course(hold.id(), hold.fence());
  }
}
