package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaClusterIT {
  @TempDir Path folder;

  @Test
  void threeNodesGoOnWithoutOneAndTakeItBack() throws Exception {
    try (var kafka = EmbeddedKafka.start(folder, EmbeddedKafka.Options.cluster(3))) {
      var records = new KafkaRecords(kafka.bootstrapServers(), "replicated");
      records.createTopic();
      records.produce("by three");
      kafka.kill(1);
      records.produce("by two");
      kafka.restart(1);
      kafka.kill(2);
      records.produce("by another two");
      assertThat(records.consume(3)).containsExactly("by three", "by two", "by another two");
    }
  }
}
