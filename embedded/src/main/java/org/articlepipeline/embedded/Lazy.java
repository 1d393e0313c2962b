package org.articlepipeline.embedded;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server that is started when it is first asked for, by one thread while others wait. A failed
 * start is tried again.
 */
final class Lazy<S extends AutoCloseable> {
  private final Supplier<S> start;
  private @Nullable S server;

  Lazy(Supplier<S> start) {
    this.start = start;
  }

  synchronized S get() {
    S started = server;
    if (started == null) {
      started = start.get();
      server = started;
    }
    return started;
  }

  synchronized void close() {
    S started = server;
    server = null;
    if (started == null) {
      return;
    }
    try {
      started.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServerException("a server could not be stopped: " + e.getMessage(), e);
    }
  }
}
