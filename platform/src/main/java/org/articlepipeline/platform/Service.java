package org.articlepipeline.platform;

import java.net.URI;

/** One part of the pipeline that runs by itself. */
public interface Service extends AutoCloseable {

  String name();

  /** Starts the work and returns; {@link #health()} tells when it is ready. */
  void start();

  Health health();

  /** Where health and metrics are answered, once started. */
  URI httpUrl();

  /** Finishes what is in flight, within a bounded time. Calling it again does nothing. */
  @Override
  void close();
}
