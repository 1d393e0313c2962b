package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.articlepipeline.schemas.RegistryHttp.Answer;

/**
 * Confluent's Schema Registry REST API, as far as serdes need it, spoken by Confluent's registry
 * and by Apicurio's {@code /apis/ccompat/v7} alike. Nothing is asked before it is needed, and no
 * schema twice.
 */
public final class SchemaRegistryClient implements SchemaRegistry {

  /** How long an id counts as unknown: a flood of garbage must not become a flood of requests. */
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);

  private static final int MAX_UNKNOWN = 10_000;

  private final RegistryHttp http;
  private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> registered = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> found = new ConcurrentHashMap<>();
  private final Map<Integer, Long> unknown = new ConcurrentHashMap<>();

  private record SubjectSchema(String subject, Schema schema) {}

  /** Takes Confluent's keys: {@code schema.registry.url}, {@code basic.auth.user.info}, ... */
  public SchemaRegistryClient(Map<String, ?> config) {
    this.http = new RegistryHttp(RegistrySettings.of(config));
  }

  @Override
  public int register(String subject, Schema schema) {
    return ask(
        registered, "POST", "/subjects/%s/versions".formatted(encode(subject)), subject, schema);
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return ask(found, "POST", "/subjects/%s".formatted(encode(subject)), subject, schema);
  }

  private int ask(
      Map<SubjectSchema, Integer> cache,
      String method,
      String path,
      String subject,
      Schema schema) {
    var key = new SubjectSchema(subject, schema);
    Integer known = cache.get(key);
    if (known != null) {
      return known;
    }
    String text = SchemaText.of(schema);
    String json = JsonNodeFactory.instance.objectNode().put("schema", text).toString();
    Answer answer = http.send(method, path, json);
    if (!answer.ok() || !answer.body().path("id").isInt()) {
      throw RegistryErrors.ofSchema(answer, subject, schema);
    }
    int id = answer.body().path("id").intValue();
    cache.put(key, id);
    return id;
  }

  @Override
  public Registered latest(String subject) {
    Answer answer =
        http.send("GET", "/subjects/%s/versions/latest".formatted(encode(subject)), null);
    if (!answer.ok() || !answer.body().path("id").isInt()) {
      throw RegistryErrors.ofSubject(answer, subject);
    }
    return new Registered(
        answer.body().path("id").intValue(),
        SchemaText.parse(answer.body(), "the newest schema of " + subject));
  }

  @Override
  public Schema byId(int id) {
    Schema known = byId.get(id);
    if (known != null) {
      return known;
    }
    if (isUnknown(id)) {
      throw new UnknownSchemaException(
          "schema id %d is not in the registry (asked less than %d s ago)"
              .formatted(id, UNKNOWN_FOR.toSeconds()));
    }
    Answer answer = http.send("GET", "/schemas/ids/" + id, null);
    if (!answer.ok()) {
      RegistryException error = RegistryErrors.ofId(answer, id);
      if (error instanceof UnknownSchemaException) {
        remember(id);
      }
      throw error;
    }
    Schema schema = SchemaText.parse(answer.body(), "schema id " + id);
    byId.put(id, schema);
    return schema;
  }

  /**
   * The compatibility level that the registry holds the subject's versions to, such as {@code
   * FULL_TRANSITIVE}: the subject's own or the registry's default.
   */
  public String compatibility(String subject) {
    Answer answer =
        http.send("GET", "/config/%s?defaultToGlobal=true".formatted(encode(subject)), null);
    String level = answer.body().path("compatibilityLevel").asText("");
    if (!answer.ok() || level.isEmpty()) {
      throw RegistryErrors.ofSubject(answer, subject);
    }
    return level;
  }

  /** Sets the subject's own compatibility level. */
  public void compatibility(String subject, String level) {
    String json = JsonNodeFactory.instance.objectNode().put("compatibility", level).toString();
    Answer answer = http.send("PUT", "/config/" + encode(subject), json);
    if (!answer.ok()) {
      throw RegistryErrors.ofSubject(answer, subject);
    }
  }

  private boolean isUnknown(int id) {
    Long since = unknown.get(id);
    return since != null && System.nanoTime() - since < UNKNOWN_FOR.toNanos();
  }

  private void remember(int id) {
    if (unknown.size() >= MAX_UNKNOWN) {
      unknown.clear();
    }
    unknown.put(id, System.nanoTime());
  }

  private static String encode(String subject) {
    return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.close();
  }
}
