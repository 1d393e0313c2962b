package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigsTest {
  @TempDir Path folder;

  /** Public, because SmallRye implements it from outside. */
  @ConfigMapping(prefix = "articles")
  public interface Sample {
    KafkaConfig kafka();

    RegistryConfig registry();

    HttpConfig http();

    Work work();

    interface Work {
      @WithDefault("3")
      int attempts();
    }
  }

  private static final Map<String, String> MINIMUM =
      Map.of(
          "articles.kafka.bootstrap-servers", "broker:9092",
          "articles.registry.url", "http://registry:8081");

  @Test
  void whatIsNotGivenHasItsDefault() {
    Sample config = Configs.load(Sample.class, null, Map.of(), MINIMUM);

    assertThat(config.kafka().partitions()).isEqualTo(6);
    assertThat(config.kafka().replicationFactor()).isEqualTo((short) -1);
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isZero();
    assertThat(config.work().attempts()).isEqualTo(3);
  }

  @Test
  void everyKeyOfAFileReachesItsField() throws IOException {
    Path file =
        write(
            """
            articles.kafka.bootstrap-servers=a:1,b:2
            articles.kafka.partitions=12
            articles.kafka.replication-factor=3
            articles.kafka.properties."security.protocol"=SSL
            articles.registry.url=http://r1,http://r2
            articles.registry.properties."basic.auth.user.info"=user:secret
            articles.http.host=0.0.0.0
            articles.http.port=8080
            articles.work.attempts=7
            """);

    Sample config = Configs.load(Sample.class, file, Map.of(), Map.of());

    assertThat(KafkaConfig.clientProperties(config.kafka()))
        .containsEntry("bootstrap.servers", "a:1,b:2")
        .containsEntry("security.protocol", "SSL");
    assertThat(config.kafka().partitions()).isEqualTo(12);
    assertThat(config.kafka().replicationFactor()).isEqualTo((short) 3);
    assertThat(RegistryConfig.serdeProperties(config.registry()))
        .containsEntry("schema.registry.url", "http://r1,http://r2")
        .containsEntry("basic.auth.user.info", "user:secret");
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.work().attempts()).isEqualTo(7);
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheProgramOverBoth() throws IOException {
    Path file =
        write(
            """
            articles.kafka.bootstrap-servers=file:1
            articles.registry.url=http://file
            articles.work.attempts=1
            """);

    Sample config =
        Configs.load(
            Sample.class,
            file,
            Map.of(
                "ARTICLES_KAFKA_BOOTSTRAP_SERVERS", "environment:2", "ARTICLES_WORK_ATTEMPTS", "2"),
            Map.of("articles.work.attempts", "3"));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("environment:2");
    assertThat(config.registry().url()).isEqualTo("http://file");
    assertThat(config.work().attempts()).isEqualTo(3);
  }

  @Test
  void anUnknownKeyIsRefusedByName() throws IOException {
    Path file =
        write(
            """
            articles.kafka.bootstrap-servers=a:1
            articles.registry.url=http://r
            articles.work.attemps=5
            """);

    assertThatThrownBy(() -> Configs.load(Sample.class, file, Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.work.attemps")
        .hasMessageContaining(file.toString());
  }

  @Test
  void anEnvironmentVariableThatSetsNothingIsFound() {
    Map<String, String> environment =
        Map.of(
            "ARTICLES_WORK_ATTEMPS", "5",
            "ARTICLES_WORK_ATTEMPTS", "5",
            "ARTICLES_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL",
            "HOME", "/");

    assertThat(Configs.unknownVariables(Sample.class, environment))
        .containsExactly("ARTICLES_WORK_ATTEMPS");
  }

  @Test
  void aKeyOfSomebodyElseIsRefused() throws IOException {
    Path file = write("kafka.bootstrap-servers=a:1\n");

    assertThatThrownBy(() -> Configs.load(Sample.class, file, Map.of(), MINIMUM))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kafka.bootstrap-servers")
        .hasMessageContaining("keys start with 'articles.'");
  }

  @Test
  void everyMissingAndInvalidValueIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                Configs.load(
                    Sample.class,
                    null,
                    Map.of("ARTICLES_HTTP_PORT", "eighty"),
                    Map.of("articles.work.attempts", "many")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.kafka.bootstrap-servers")
        .hasMessageContaining("articles.registry.url")
        .hasMessageContaining("eighty")
        .hasMessageContaining("many");
  }

  @Test
  void aMissingFileIsSaidPlainly() {
    Path file = folder.resolve("absent.properties");

    assertThatThrownBy(() -> Configs.load(Sample.class, file, Map.of(), MINIMUM))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("there is no such file");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("service.properties"), text);
  }
}
