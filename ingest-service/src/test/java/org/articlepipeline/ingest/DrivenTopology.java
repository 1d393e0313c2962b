package org.articlepipeline.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the whole topology share: for each test a new one, without a broker. */
abstract class DrivenTopology {
  static final String URI = "urn:test:1";

  @TempDir Path state;
  IngestDriver ingest;

  @BeforeEach
  void start() {
    ingest = new IngestDriver(state);
  }

  @AfterEach
  void stop() {
    ingest.close();
  }
}
