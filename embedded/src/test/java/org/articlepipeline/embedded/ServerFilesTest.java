package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {
  private final String home = System.getProperty(ServerFiles.HOME_PROPERTY);

  @TempDir Path elsewhere;

  @AfterEach
  void restoreHome() {
    System.setProperty(ServerFiles.HOME_PROPERTY, home);
  }

  @Test
  void aMissingBuildIsOneLineThatSaysWhatToRun() {
    System.setProperty(ServerFiles.HOME_PROPERTY, elsewhere.toString());
    assertThatThrownBy(() -> EmbeddedKafka.start(elsewhere))
        .isInstanceOf(ServerException.class)
        .hasMessageMatching(
            "\\S+ is missing\\. Build first: \\./mvnw -pl embedded -am test-compile");
  }

  @Test
  void aMissingHomeIsOneLineThatSaysWhatToSet() {
    System.clearProperty(ServerFiles.HOME_PROPERTY);
    assertThatThrownBy(() -> EmbeddedElasticsearch.start(elsewhere))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("-Darticles.home=DIR");
  }

  @Test
  void noServerSharesALibraryWithThisJvm() {
    assertThat(System.getProperty("java.class.path"))
        .doesNotContain("kafka_2.13", "elasticsearch-9", "quarkus");
  }
}
