package org.articlepipeline.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "200, Indexed",
    "201, Indexed",
    "400, Rejected",
    "401, Retryable",
    "403, Retryable",
    "404, Retryable",
    "405, Rejected",
    "408, Retryable",
    "409, Stale",
    "413, Rejected",
    "422, Rejected",
    "429, Retryable",
    "500, Retryable",
    "502, Retryable",
    "503, Retryable",
    "504, Retryable",
    "507, Retryable",
    "302, Retryable",
  })
  void isToldByTheStatusAlone(int status, String outcome) {
    assertThat(Outcome.of(status, "any text").getClass().getSimpleName()).isEqualTo(outcome);
  }
}
