package org.articlepipeline.ingest;

import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests on real servers share: for each test new connections to them. */
@UsesStack
abstract class OnStack {
  private final EmbeddedStack servers;
  IngestStack stack;

  OnStack(EmbeddedStack servers) {
    this.servers = servers;
  }

  @BeforeEach
  void connect() {
    stack = new IngestStack(servers);
  }

  @AfterEach
  void disconnect() {
    stack.close();
  }
}
