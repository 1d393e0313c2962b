package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InterruptException;
import org.articlepipeline.schemas.ScriptedRegistry.Reply;
import org.junit.jupiter.api.Test;

/**
 * What the client makes of answers that a healthy registry does not give; the rest is in
 * SchemaRegistryIT.
 */
class SchemaRegistryClientTest {

  private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
  private static final String UNKNOWN = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

  private static SchemaRegistryClient client(String urls, Object... more) {
    var config =
        new HashMap<String, Object>(
            Map.of("schema.registry.url", urls, "retries.wait.ms", 1, "max.retries", 2));
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return new SchemaRegistryClient(config);
  }

  @Test
  void aSchemaIsAskedForOnce() {
    try (var registry = ScriptedRegistry.always(200, STRING);
        var client = client(registry.url())) {
      IntStream.range(0, 5).forEach(i -> client.byId(3));
      assertThat(registry.requests()).hasSize(1);
      assertThat(registry.requests().getFirst().path()).isEqualTo("/schemas/ids/3");
    }
  }

  @Test
  void anUnknownIdIsAskedForOnce() {
    try (var registry = ScriptedRegistry.always(404, UNKNOWN);
        var client = client(registry.url())) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> client.byId(3))
            .isInstanceOf(UnknownSchemaException.class)
            .hasMessageContaining("schema id 3");
      }
      assertThat(registry.requests()).hasSize(1);
    }
  }

  @Test
  void aBusyRegistryIsAskedAgain() {
    var calls = new AtomicInteger();
    try (var registry =
            new ScriptedRegistry(
                r ->
                    switch (calls.incrementAndGet()) {
                      case 1 -> new Reply(503, "");
                      case 2 -> new Reply(429, "{\"error_code\":429,\"message\":\"slow down\"}");
                      default -> new Reply(200, STRING);
                    });
        var client = client(registry.url())) {
      assertThat(client.byId(1)).hasToString("\"string\"");
      assertThat(registry.requests()).hasSize(3);
    }
  }

  @Test
  void aBrokenRegistryIsGivenUpAfterBoundedAttempts() {
    try (var registry =
            ScriptedRegistry.always(500, "{\"error_code\":50001,\"message\":\"disk\"}");
        var client = client(registry.url())) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(registry.url())
          .hasMessageContaining("HTTP 500: disk")
          .hasMessageContaining("after 3 attempts")
          .hasMessageContaining("schema.registry.url");
      assertThat(registry.requests()).hasSize(3);
    }
  }

  @Test
  void theUrlThatAnsweredIsAskedFirstNextTime() {
    try (var broken = ScriptedRegistry.always(503, "");
        var good = ScriptedRegistry.always(200, STRING);
        var client = client("http://127.0.0.1:1," + broken.url() + " , " + good.url() + "/")) {
      client.byId(1);
      client.byId(2);
      assertThat(broken.requests()).hasSize(1);
      assertThat(good.requests()).hasSize(2);
    }
  }

  @Test
  void whatAFollowerHasNotHeardOfYetIsAskedOfTheOthers() {
    try (var follower = ScriptedRegistry.always(404, UNKNOWN);
        var leader = ScriptedRegistry.always(200, STRING);
        var client = client(follower.url() + "," + leader.url())) {
      assertThat(client.byId(1)).hasToString("\"string\"");
    }
  }

  @Test
  void whatIsNotARegistryNeverMakesARecordsSchemaUnknown() {
    for (Reply reply :
        new Reply[] {
          new Reply(404, "<html>not here</html>"),
          new Reply(404, "{\"title\":\"no resource\",\"status\":404}"),
          new Reply(404, ""),
          new Reply(200, "<html>please log in</html>"),
          new Reply(302, ""),
        }) {
      try (var registry = new ScriptedRegistry(request -> reply);
          var client = client(registry.url())) {
        assertThatThrownBy(() -> client.byId(1))
            .isInstanceOf(RegistryUnavailableException.class)
            .hasMessageContaining("check the path in schema.registry.url");
        assertThat(registry.requests()).hasSize(1);
      }
    }
  }

  @Test
  void refusedCredentialsAreSaidAndNeverShown() {
    try (var registry = ScriptedRegistry.always(401, "{\"error_code\":40101}");
        var client = client(registry.url(), "basic.auth.user.info", "cms:secret")) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("credentials were refused")
          .hasMessageContaining("basic.auth.user.info")
          .hasMessageNotContaining("secret");
      assertThat(registry.requests()).hasSize(1);
    }
  }

  @Test
  void anIncompatibleSchemaIsToldByStatusUnderAnyErrorCode() {
    for (int code : new int[] {409, 40901}) {
      try (var registry =
              ScriptedRegistry.always(
                  409, "{\"error_code\":%d,\"message\":\"READER_FIELD\"}".formatted(code));
          var client = client(registry.url())) {
        assertThatThrownBy(() -> client.register("articles-value", Entity.SCHEMA$))
            .isInstanceOf(IncompatibleSchemaException.class)
            .hasMessageContaining("articles-value")
            .hasMessageContaining("org.articlepipeline.schemas.Entity")
            .hasMessageContaining("READER_FIELD")
            .hasMessageContaining(registry.url());
      }
    }
  }

  @Test
  void aSchemaIsRegisteredWithoutJavasProperties() {
    try (var registry = ScriptedRegistry.always(200, "{\"id\":12}");
        var client = client(registry.url())) {
      assertThat(client.register("a/b c", Entity.SCHEMA$)).isEqualTo(12);
      assertThat(client.register("a/b c", Entity.SCHEMA$)).isEqualTo(12);
      assertThat(registry.requests()).hasSize(1);
      var request = registry.requests().getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/subjects/a%2Fb%20c/versions");
      assertThat(request.body()).contains("Entity").doesNotContain("avro.java.string");
      assertThat(request.headers().getFirst("Content-Type"))
          .isEqualTo("application/vnd.schemaregistry.v1+json");
    }
  }

  @Test
  void aSchemaThatIsNotAvroIsNotAvro() {
    try (var registry =
            ScriptedRegistry.always(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
        var client = client(registry.url())) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(NotAvroException.class)
          .hasMessageContaining("schema id 1 is of type JSON");
    }
  }

  @Test
  void anAnswerThatDoesNotComeEndsInTime() {
    var never = new CountDownLatch(1);
    try (var registry =
            new ScriptedRegistry(
                request -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return new Reply(200, STRING);
                });
        var client = client(registry.url(), "http.read.timeout.ms", 100, "max.retries", 0)) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("no answer within 100 ms");
      never.countDown();
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    try (var registry = ScriptedRegistry.always(503, "");
        var client = client(registry.url(), "retries.wait.ms", 60_000)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> client.byId(1)).isInstanceOf(InterruptException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void afterARegistryWasAwayTheSameClientGoesOn() {
    var up = new AtomicBoolean();
    try (var registry =
            new ScriptedRegistry(
                r -> up.get() ? new Reply(200, "{\"id\":5}") : new Reply(502, "bad gateway"));
        var client = client(registry.url(), "max.retries", 0)) {
      var serializer = new AvroSerializer<Entity>(client, Map.of(), false);
      assertThatThrownBy(() -> serializer.serialize("entities", Samples.entity()))
          .isInstanceOf(RegistryUnavailableException.class);
      up.set(true);
      assertThat(serializer.serialize("entities", Samples.entity())).startsWith(0, 0, 0, 0, 5);
    }
  }

  @Test
  void subjectsAreOnlyComparedWhereSchemasMayNotBeRegistered() {
    try (var registry = ScriptedRegistry.always(404, "{\"error_code\":40401}");
        var admin =
            new SubjectAdmin(
                Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "false"))) {
      assertThat(admin.createOrCheck())
          .hasSize(Topics.all().size())
          .allSatisfy(d -> assertThat(d.actual()).isEqualTo("missing"));
      assertThat(registry.requests())
          .noneMatch(r -> r.method().equals("PUT") || r.path().endsWith("/versions"));
    }
  }

  @Test
  void subjectsThatCannotBeComparedFailNothing() {
    var config = Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", 0);
    try (var admin = new SubjectAdmin(config)) {
      assertThat(admin.createOrCheck())
          .singleElement()
          .satisfies(d -> assertThat(d.actual()).isEqualTo("unreachable"));
    }
  }
}
