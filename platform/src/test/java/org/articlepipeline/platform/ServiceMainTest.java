package org.articlepipeline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void helpExplainsConfigurationAndEndsWith0() {
    assertThat(start("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--config FILE").contains("ARTICLES_KAFKA");
  }

  @Test
  void anUnknownArgumentIsNamedAndEndsWith2() {
    assertThat(start("--confg", "x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("error: unknown argument '--confg'");
  }

  @Test
  void configWithoutAFileEndsWith2() {
    assertThat(start("--config")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("error: --config needs a file");
  }

  @Test
  void aMissingConfigFileEndsWith2() {
    assertThat(start("--config", folder.resolve("absent").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("there is no such file");
  }

  @Test
  void everyConfigProblemHasALineOfItsOwn() throws IOException {
    Path file = Files.writeString(folder.resolve("c"), "articles.http.port=x\n");

    assertThat(start("--config", file.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .allMatch(line -> line.startsWith("error: "))
        .hasSizeGreaterThan(1);
  }

  @Test
  void aValueThatTheServiceRefusesEndsWith2() throws IOException {
    assertThat(start(new ConfigException(List.of("articles.x: there is no such step")), config()))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("error: articles.x: there is no such step\n");
  }

  @Test
  void aServiceThatCannotStartSaysWhyInOneLineAndEndsWith1() throws IOException {
    assertThat(start(config())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("error: sample can't start: no disk\n");
  }

  private String[] config() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c"),
            "articles.kafka.bootstrap-servers=a:1\narticles.registry.url=http://r\n");
    return new String[] {"--config", file.toString()};
  }

  private int start(String... args) {
    return start(new IllegalStateException("no disk"), args);
  }

  private int start(RuntimeException problem, String... args) {
    return ServiceMain.start(
        "sample",
        args,
        ConfigsTest.Sample.class,
        config -> {
          throw problem;
        },
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
