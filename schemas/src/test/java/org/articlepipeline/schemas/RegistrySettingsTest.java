package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

  private static RegistrySettings settings(Object... more) {
    var config = new HashMap<String, Object>(Map.of("schema.registry.url", "http://a:1"));
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return RegistrySettings.of(config);
  }

  @Test
  void theDefaultsAreBounded() {
    RegistrySettings settings = settings();
    assertThat(settings.authorization()).isNull();
    assertThat(settings.tls()).isNull();
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.maxRetries()).isEqualTo(3);
    assertThat(settings.firstWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.longestWait()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void severalUrlsAreTextOrAList() {
    assertThat(settings("schema.registry.url", "http://a:1/, https://b/apis/ccompat/v7//").urls())
        .hasToString("[http://a:1, https://b/apis/ccompat/v7]");
    assertThat(settings("schema.registry.url", List.of("http://a:1", "http://b:2")).urls())
        .hasToString("[http://a:1, http://b:2]");
  }

  @Test
  void keysMayHaveConfluentsPrefix() {
    assertThat(settings("schema.registry.max.retries", "7").maxRetries()).isEqualTo(7);
    assertThat(settings("max.retries", 7).maxRetries()).isEqualTo(7);
    assertThat(settings("schema.registry.basic.auth.user.info", "u:p").authorization())
        .isEqualTo("Basic dTpw");
  }

  @Test
  void credentialsComeFromWhereTheyAreGiven() {
    assertThat(settings("basic.auth.user.info", new Password("u:p")).authorization())
        .isEqualTo("Basic dTpw");
    assertThat(
            settings("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "u:p")
                .authorization())
        .isEqualTo("Basic dTpw");
    RegistrySettings inUrl = settings("schema.registry.url", "http://u:p@a:1");
    assertThat(inUrl.authorization()).isEqualTo("Basic dTpw");
    assertThat(inUrl.urls()).hasToString("[http://a:1]");
    assertThat(settings("bearer.auth.token", "t0k").authorization()).isEqualTo("Bearer t0k");
    assertThat(
            settings("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0k")
                .authorization())
        .isEqualTo("Bearer t0k");
  }

  @Test
  void mistakesAreNamed() {
    refused("schema.registry.url is not set", "schema.registry.url", " ");
    refused("http:// or https://", "schema.registry.url", "localhost:8081");
    refused("http:// or https://", "schema.registry.url", "http://a:1,ftp://b");
    refused("max.retries", "max.retries", "many");
    refused("whole number", "max.retries", "-1");
    refused("basic.auth.user.info is not set", "basic.auth.credentials.source", "USER_INFO");
    refused("only USER_INFO and URL", "basic.auth.credentials.source", "SASL_INHERIT");
    refused("only STATIC_TOKEN", "bearer.auth.credentials.source", "OAUTHBEARER");
    refused("schema.registry.ssl.", "schema.registry.ssl.truststore.location", "/no/such/file");
    refused(
        "host names are always checked",
        "schema.registry.ssl.endpoint.identification.algorithm",
        "");
  }

  @Test
  void aPasswordInAWrongUrlIsNotRepeated() {
    assertThatThrownBy(() -> settings("schema.registry.url", "http://u:secret@ho st"))
        .isInstanceOf(ConfigException.class)
        .hasMessageNotContaining("secret");
  }

  private static void refused(String message, String key, Object value) {
    assertThatThrownBy(() -> settings(key, value))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }
}
