package org.articlepipeline.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import org.junit.jupiter.api.Test;

final class ErrorTextTest {
  private static final ErrorCause ROOT =
      ErrorCause.of(
          cause -> cause.type("query_shard_exception").reason("failed to find nested object"));

  @Test
  void whyAllShardsFailedIsTold() {
    ErrorCause error =
        ErrorCause.of(
            cause ->
                cause
                    .type("search_phase_execution_exception")
                    .reason("all shards failed")
                    .rootCause(ROOT));

    assertThat(ErrorText.of(error))
        .isEqualTo(
            "search_phase_execution_exception: all shards failed, caused by query_shard_exception: failed to find nested object");
  }

  @Test
  void nothingIsToldTwice() {
    ErrorCause alone =
        ErrorCause.of(
            cause -> cause.type("query_shard_exception").reason(ROOT.reason()).rootCause(ROOT));
    ErrorCause chain =
        ErrorCause.of(cause -> cause.type("outer").reason("no").causedBy(ROOT).rootCause(ROOT));

    assertThat(ErrorText.of(alone)).isEqualTo("query_shard_exception: " + ROOT.reason());
    assertThat(ErrorText.of(chain))
        .isEqualTo("outer: no, caused by query_shard_exception: " + ROOT.reason());
  }
}
