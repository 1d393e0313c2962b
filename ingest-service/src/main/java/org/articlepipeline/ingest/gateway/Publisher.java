package org.articlepipeline.ingest.gateway;

import java.util.List;

/** Where accepted requests go. */
interface Publisher extends AutoCloseable {

  /**
   * Returns when the broker has acknowledged all of them.
   *
   * @throws ProblemException when it did not
   */
  void publish(List<Intake.Outgoing> articles);

  @Override
  void close();
}
