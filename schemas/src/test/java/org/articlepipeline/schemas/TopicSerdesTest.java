package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSerdesTest {

  @Test
  void aValueComesBackAsItWasWritten() {
    try (var serdes = new TopicSerdes(new LocalSchemaRegistry(), Map.of())) {
      var serde = serdes.values(Topics.SUBMISSIONS);
      byte[] bytes = serde.serializer().serialize(Topics.SUBMISSIONS.name(), Samples.submission());
      assertThat(serde.deserializer().deserialize(Topics.SUBMISSIONS.name(), bytes))
          .isEqualTo(Samples.submission());
    }
  }
}
