package org.articlepipeline.index.write;

import org.jspecify.annotations.Nullable;

/** Where a pipeline's work goes: it takes more while it has room, and tells what is in its way. */
public interface Outlet extends AutoCloseable {

  boolean hasRoom();

  /** Sends what may be sent now; never waits. */
  void flush();

  /** What stands in the way, while something does. */
  @Nullable Trouble trouble();

  /** Forgets what nobody waits for any more. */
  default void forgetDropped() {}

  @Override
  default void close() {}
}
