package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVersionTest {
  private static final String NAME = "articles-version";

  @Test
  void isReadAsItWasWrittenWhateverTheSenderSetAndChangesNoOtherHeaders() {
    PublishedVersion version = new PublishedVersion(1L << 42, 7);
    Headers sent = new RecordHeaders().add("ce_id", new byte[1]).add(NAME, "9.9".getBytes(UTF_8));

    assertThat(PublishedVersion.of(version.with(sent))).isEqualTo(version);
    assertThat(version.with(version.with(sent))).hasSize(2);
    assertThat(PublishedVersion.of(sent)).isEqualTo(new PublishedVersion(9, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5.", ".5", "5.x", "99999999999999999999.1", "5.1.2"})
  void whatIsNoVersionIsNone(String text) {
    assertThat(PublishedVersion.of(new RecordHeaders().add(NAME, text.getBytes(UTF_8)))).isNull();
  }

  @Test
  void withoutTheHeaderThereIsNone() {
    assertThat(PublishedVersion.of(new RecordHeaders())).isNull();
    assertThat(PublishedVersion.of(new RecordHeaders().add(NAME, null))).isNull();
  }
}
