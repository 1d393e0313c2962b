package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
  @TempDir Path folder;

  @Test
  void whereThereIsAUserNobodyElseMayAsk() {
    var options = EmbeddedRegistry.Options.standard().inMemory().withUser("cms", "secret");
    try (var registry = EmbeddedRegistry.start(folder, options)) {
      String subjects = registry.url() + "/subjects";
      assertThat(Http.get(subjects, "cms:secret")).isEqualTo("[]");
      assertThatThrownBy(() -> Http.get(subjects, "cms:wrong")).hasMessageStartingWith("401");
      assertThatThrownBy(() -> Http.get(subjects)).hasMessageStartingWith("401");
    }
  }

  @Test
  void optionsDoNotTellPasswords() {
    assertThat(EmbeddedRegistry.Options.standard().withUser("cms", "secret").toString())
        .doesNotContain("secret");
  }
}
