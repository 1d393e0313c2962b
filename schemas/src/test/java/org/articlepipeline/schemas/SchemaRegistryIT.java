package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.junit.jupiter.api.Test;

/** The registry client and serdes against a real Apicurio registry. */
@UsesStack
class SchemaRegistryIT {

  private static final String DEAD = "http://127.0.0.1:1";

  private final String url;

  SchemaRegistryIT(EmbeddedStack stack) {
    this.url = stack.registry().url();
  }

  private static SchemaRegistryClient client(String urls, Object... more) {
    var config = new HashMap<String, Object>(Map.of("schema.registry.url", urls));
    config.put("retries.wait.ms", 10);
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return new SchemaRegistryClient(config);
  }

  private static Schema record(String name, String... fields) {
    var builder = SchemaBuilder.record(name).namespace("it").fields();
    for (String field : fields) {
      builder = builder.requiredString(field);
    }
    return builder.endRecord();
  }

  @Test
  void aSchemaIsRegisteredLookedUpAndReadById() {
    Schema schema = record("Lookup", "a");
    try (var client = client(url);
        var other = client(url)) {
      int id = client.register("lookup-value", schema);
      assertThat(client.register("lookup-value", schema)).isEqualTo(id);
      assertThat(other.register("lookup-value", schema)).isEqualTo(id);
      assertThat(other.idOf("lookup-value", schema)).isEqualTo(id);
      assertThat(other.byId(id)).isEqualTo(schema);
      assertThat(other.latest("lookup-value")).isEqualTo(new SchemaRegistry.Registered(id, schema));
    }
  }

  @Test
  void whatIsNotThereIsUnknown() {
    try (var client = client(url)) {
      assertThatThrownBy(() -> client.byId(987_654))
          .isInstanceOf(UnknownSchemaException.class)
          .hasMessageContaining("987654")
          .hasMessageContaining(url);
      assertThatThrownBy(() -> client.byId(-3)).isInstanceOf(UnknownSchemaException.class);
      assertThatThrownBy(() -> client.latest("nobodys-value"))
          .isInstanceOf(UnknownSchemaException.class)
          .hasMessageContaining("nobodys-value");
      assertThatThrownBy(() -> client.idOf("nobodys-value", record("Nobodys", "a")))
          .isInstanceOf(UnknownSchemaException.class)
          .hasMessageContaining("auto.register.schemas");
      client.register("lonely-value", record("Lonely", "a"));
      assertThatThrownBy(() -> client.idOf("lonely-value", record("Lonely", "b")))
          .isInstanceOf(UnknownSchemaException.class);
    }
  }

  @Test
  void aSchemaThatOldReadersCannotReadIsRefused() {
    try (var client = client(url)) {
      client.compatibility("strict-value", SubjectAdmin.COMPATIBILITY);
      client.register("strict-value", record("Strict", "a"));
      assertThat(client.compatibility("strict-value")).isEqualTo("FULL_TRANSITIVE");
      assertThatThrownBy(() -> client.register("strict-value", record("Strict", "b")))
          .isInstanceOf(IncompatibleSchemaException.class)
          .hasMessageContaining("strict-value")
          .hasMessageContaining("it.Strict")
          .hasMessageContaining("with a default");
      Schema compatible =
          SchemaBuilder.record("Strict")
              .namespace("it")
              .fields()
              .requiredString("a")
              .optionalString("b")
              .endRecord();
      assertThat(client.register("strict-value", compatible)).isPositive();
    }
  }

  @Test
  void everyTopicsSchemaIsRegisteredAndHeldToTheRule() {
    try (var client = client(url);
        var admin = new SubjectAdmin(Map.of("schema.registry.url", url))) {
      assertThat(admin.createOrCheck()).isEmpty();
      assertThat(admin.createOrCheck()).isEmpty();
      assertThat(client.compatibility("articles.enriched-value")).isEqualTo("FULL_TRANSITIVE");
      assertThat(client.latest("articles.enriched-value").schema().getFullName())
          .isEqualTo(EnrichedArticle.class.getName());
    }
  }

  @Test
  void aLaxSubjectIsReportedNotChanged() {
    try (var client = client(url);
        var admin = new SubjectAdmin(Map.of("schema.registry.url", url))) {
      admin.createOrCheck();
      client.compatibility("entities-value", "NONE");
      assertThat(admin.createOrCheck())
          .singleElement()
          .hasToString(
              "topic entities has compatibility=NONE, declared is FULL_TRANSITIVE: PUT {\"compatibility\":\"FULL_TRANSITIVE\"} to the registry's /config/entities-value, else a CMS can register a schema that no stage reads");
      assertThat(client.compatibility("entities-value")).isEqualTo("NONE");
      client.compatibility("entities-value", "FULL_TRANSITIVE");
    }
  }

  @Test
  void theRegistryItselfHoldsOurSubjectsToTheRule() {
    try (var client = client(url);
        var admin = new SubjectAdmin(Map.of("schema.registry.url", url))) {
      admin.createOrCheck();
      assertThatThrownBy(() -> client.register("articles.receipts-value", record("Receipt", "x")))
          .isInstanceOf(IncompatibleSchemaException.class);
    }
  }

  @Test
  void aRecordGoesThroughTheSerdesOfTwoPrograms() {
    Map<String, Object> config = Map.of("schema.registry.url", url);
    try (var cms = new TopicSerdes(config);
        var ingest = new TopicSerdes(config)) {
      byte[] bytes =
          cms.values(Topics.SUBMISSIONS).serializer().serialize("serdes", Samples.submission());
      assertThat(new RecordReader<>(Topics.SUBMISSIONS, ingest).read(Samples.source(bytes)))
          .isEqualTo(new Read.Value<>(Samples.submission()));
    }
  }

  @Test
  void bytesThatCannotBeReadHaveTheirReason() {
    try (var serdes = new TopicSerdes(Map.of("schema.registry.url", url))) {
      var reader = new RecordReader<>(Topics.SUBMISSIONS, serdes);
      byte[] entity = serdes.values(Topics.ENTITIES).serializer().serialize("e", Samples.entity());
      assertThat(reason(reader, "plain text".getBytes(UTF_8))).isEqualTo(Reason.NOT_AVRO);
      assertThat(reason(reader, new byte[] {0, 0x7F, 0, 0, 0, 1})).isEqualTo(Reason.UNKNOWN_SCHEMA);
      assertThat(reason(reader, entity)).isEqualTo(Reason.WRONG_TYPE);
    }
  }

  private static Reason reason(RecordReader<?> reader, byte[] value) {
    return switch (reader.read(Samples.source(value))) {
      case Read.Rejected<?>(Rejection rejection) -> rejection.reason();
      default -> throw new AssertionError("not rejected");
    };
  }

  @Test
  void oneDeadUrlAmongSeveralDoesNotMatter() {
    for (String urls : new String[] {DEAD + "," + url, url + "," + DEAD}) {
      try (var client = client(urls)) {
        int id = client.register("urls-value", record("Urls", "a"));
        assertThat(client.byId(id)).isEqualTo(record("Urls", "a"));
      }
    }
  }

  @Test
  void manyWritersRegisterTheSameNewSchemaAtOnce() throws Exception {
    Schema schema = record("Race", "a");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> register =
          () -> {
            try (var client = client(url)) {
              return client.register("race-value", schema);
            }
          };
      var ids = threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> register).toList());
      assertThat(ids).extracting(Future::get).containsOnly(ids.getFirst().get());
    }
  }

  @Test
  void withoutItsPasswordARegistryIsNotUsedAndWithItItIs() {
    try (var guarded = new GuardedRegistry(url, "Basic Y21zOnNlY3JldA==")) {
      try (var client = client(guarded.url(), "basic.auth.user.info", "cms:wrong")) {
        assertThatThrownBy(() -> client.register("guarded-value", record("Guarded", "a")))
            .isInstanceOf(RegistryUnavailableException.class)
            .hasMessageContaining("credentials were refused")
            .hasMessageContaining(guarded.url())
            .hasMessageNotContaining("wrong");
      }
      try (var client = client(guarded.url(), "basic.auth.user.info", "cms:secret")) {
        int id = client.register("guarded-value", record("Guarded", "a"));
        assertThat(client.byId(id)).isEqualTo(record("Guarded", "a"));
      }
    }
    try (var guarded = new GuardedRegistry(url, "Bearer t0k");
        var client = client(guarded.url(), "bearer.auth.token", "t0k")) {
      assertThat(client.latest("guarded-value").schema()).isEqualTo(record("Guarded", "a"));
    }
  }

  @Test
  void aUrlWithoutTheApisPathIsExplained() {
    String root = url.substring(0, url.indexOf("/apis"));
    try (var client = client(root)) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(root)
          .hasMessageContaining("check the path in schema.registry.url");
    }
  }
}
