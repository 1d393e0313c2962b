package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
  private final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  private final RecordReader<ArticleSubmission> reader =
      new RecordReader<>(Topics.SUBMISSIONS, serdes);

  private Reason reasonFor(byte[] value) {
    return switch (reader.read(Samples.source(value))) {
      case Read.Rejected<ArticleSubmission>(Rejection rejection) -> {
        assertThat(rejection.message()).isNotBlank();
        yield rejection.reason();
      }
      default -> throw new AssertionError("not rejected");
    };
  }

  @Test
  void aGoodValueIsRead() {
    byte[] bytes =
        serdes.values(Topics.SUBMISSIONS).serializer().serialize("t", Samples.submission());
    assertThat(reader.read(Samples.source(bytes)))
        .isEqualTo(new Read.Value<>(Samples.submission()));
  }

  @Test
  void aNullValueIsATombstone() {
    var source =
        new SourceRecord(Topics.SUBMISSIONS.name(), 0, 0, 0, null, null, new RecordHeaders());
    assertThat(reader.read(source)).isEqualTo(new Read.Tombstone<>());
  }

  @Test
  void whatCannotBeReadHasAReason() {
    byte[] entity = serdes.values(Topics.ENTITIES).serializer().serialize("t", Samples.entity());
    assertThat(reasonFor(new byte[0])).isEqualTo(Reason.NOT_AVRO);
    assertThat(reasonFor("<html>".getBytes(UTF_8))).isEqualTo(Reason.NOT_AVRO);
    assertThat(reasonFor(new byte[] {0, 0, 0, 3, 9, 1})).isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(reasonFor(entity)).isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void aRegistryThatCannotBeAskedIsNotTheRecordsFault() {
    var config =
        Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", 1, "retries.wait.ms", 1);
    try (var lonely = new TopicSerdes(config)) {
      var alone = new RecordReader<>(Topics.SUBMISSIONS, lonely);
      assertThatThrownBy(() -> alone.read(Samples.source(0, 0, 0, 0, 1, 2)))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("http://127.0.0.1:1")
          .hasMessageContaining("after 2 attempts");
    }
  }
}
