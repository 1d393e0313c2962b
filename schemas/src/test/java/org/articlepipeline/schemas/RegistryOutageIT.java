package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.articlepipeline.embedded.EmbeddedRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of its own, for it is killed. */
class RegistryOutageIT {

  @TempDir Path folder;

  private static Map<String, Object> config(String url, int retries) {
    return Map.of("schema.registry.url", url, "max.retries", retries, "retries.wait.ms", 200);
  }

  @Test
  void aRegistryThatIsAwayIsWaitedForAndItsSchemasAreRemembered() {
    try (var registry = EmbeddedRegistry.start(folder);
        var cms = new TopicSerdes(config(registry.url(), 0));
        var early = new TopicSerdes(config(registry.url(), 0));
        var probe = new RegistryProbe(config(registry.url(), 60))) {
      var writer = cms.values(Topics.SUBMISSIONS).serializer();
      byte[] bytes = writer.serialize("t", Samples.submission());
      var reader = new RecordReader<>(Topics.SUBMISSIONS, early);
      assertThat(reader.read(Samples.source(bytes))).isInstanceOf(Read.Value.class);

      assertThat(probe.answers()).isTrue();
      registry.kill();
      assertThat(probe.answers()).isFalse();

      // What is known needs no registry: neither to write nor to read.
      assertThat(writer.serialize("t", Samples.submission())).isEqualTo(bytes);
      assertThat(reader.read(Samples.source(bytes))).isInstanceOf(Read.Value.class);

      // What is not known is the registry's fault, by a bounded time.
      try (var late = new TopicSerdes(config(registry.url(), 0))) {
        var lateReader = new RecordReader<>(Topics.SUBMISSIONS, late);
        assertThatThrownBy(() -> lateReader.read(Samples.source(bytes)))
            .isInstanceOf(RegistryUnavailableException.class)
            .hasMessageContaining(registry.url())
            .hasMessageContaining("check that it runs");
        assertThatThrownBy(() -> writer.serialize("other", Samples.submission()))
            .isInstanceOf(RegistryUnavailableException.class);

        // A client that started without it goes on when it is back, and one that waits gets its
        // answer.
        try (var patient = new TopicSerdes(config(registry.url(), 60))) {
          var patientReader = new RecordReader<>(Topics.SUBMISSIONS, patient);
          var waiting =
              CompletableFuture.supplyAsync(() -> patientReader.read(Samples.source(bytes)));
          registry.restart();
          assertThat(probe.answers()).isTrue();
          assertThat(lateReader.read(Samples.source(bytes))).isInstanceOf(Read.Value.class);
          assertThat(writer.serialize("other", Samples.submission())).isNotNull();
          Awaitility.await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(
                  () ->
                      assertThat(waiting)
                          .isCompletedWithValueMatching(r -> r instanceof Read.Value));
        }
      }
    }
  }
}
