package org.articlepipeline.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentIdTest {

  @Test
  void isTheUriAsLongAsElasticsearchTakesIt() {
    String longest = "urn:" + "é".repeat(254);
    assertThat(DocumentId.of("urn:test:1")).isEqualTo("urn:test:1");
    assertThat(DocumentId.of(longest)).isEqualTo(longest);
  }

  @Test
  void isAHashOfALongerUriCountedInBytes() {
    assertThat(DocumentId.of("urn:" + "é".repeat(254) + "x"))
        .matches("sha256:[0-9a-f]{64}")
        .isNotEqualTo(DocumentId.of("urn:" + "é".repeat(254) + "y"));
  }
}
