package org.articlepipeline.index;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What tests of one service on real servers share: it runs while they do. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RunningService {
  protected static final Duration TIME = Duration.ofSeconds(30);

  protected final TestPipeline pipeline;
  protected final IndexService service;

  protected RunningService(EmbeddedStack stack) {
    pipeline = new TestPipeline(stack);
    service = IndexService.build(pipeline.config());
  }

  @BeforeAll
  void start() {
    service.start();
    await().atMost(TIME).until(() -> service.health().ready());
  }

  @AfterAll
  void stop() {
    service.close();
    pipeline.close();
  }
}
