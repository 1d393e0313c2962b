package org.articlepipeline.enrich.knowledge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@link EntityJsonLines}; whatever is not as it should be is an error. */
public final class EntityLine {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> FIELDS =
      Set.of("uri", "name", "type", "aliases", "sameAs", "ignored");
  private static final Set<String> ALIAS_FIELDS = Set.of("name", "strength");

  private final long line;
  private final JsonNode json;

  EntityLine(String text, long line) {
    this.line = line;
    this.json = parse(text);
  }

  Entity entity() {
    checkFields(json, null, FIELDS);
    return Entity.newBuilder()
        .setUri(text(json, "uri", "uri"))
        .setName(name(json, "name"))
        .setType(oneOf(EntityType.class, text(json, "type", "type"), "type"))
        .setAliases(aliases())
        .setSameAs(sameAs())
        .setIgnored(ignored())
        .build();
  }

  private JsonNode parse(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw error(null, "is not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw error(null, "is not a JSON object {...}");
    }
    return node;
  }

  private List<Alias> aliases() {
    List<Alias> aliases = new ArrayList<>();
    for (JsonNode alias : array("aliases")) {
      String field = "aliases[" + aliases.size() + "]";
      if (alias.isTextual()) {
        aliases.add(new Alias(checkName(alias.textValue(), field), AliasStrength.STRONG));
      } else if (alias.isObject()) {
        checkFields(alias, field, ALIAS_FIELDS);
        String strength = alias.has("strength") ? text(alias, "strength", field) : "STRONG";
        aliases.add(
            new Alias(
                name(alias, field), oneOf(AliasStrength.class, strength, field + ".strength")));
      } else {
        throw error(field, "must be a string or {\"name\": ..., \"strength\": ...}");
      }
    }
    return aliases;
  }

  private List<String> sameAs() {
    List<String> uris = new ArrayList<>();
    for (JsonNode uri : array("sameAs")) {
      if (!uri.isTextual() || uri.textValue().isBlank()) {
        throw error("sameAs[" + uris.size() + "]", "must be a string that is not empty");
      }
      uris.add(uri.textValue());
    }
    return uris;
  }

  private boolean ignored() {
    JsonNode node = json.get("ignored");
    if (node != null && !node.isBoolean()) {
      throw error("ignored", "must be true or false");
    }
    return node != null && node.booleanValue();
  }

  private Iterable<JsonNode> array(String field) {
    JsonNode node = json.get(field);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw error(field, "must be a list [...]");
    }
    return node;
  }

  private String text(JsonNode object, String key, String field) {
    JsonNode node = object.get(key);
    if (node == null) {
      throw error(field, "is missing");
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw error(field, "must be a string that is not empty");
    }
    return node.textValue().strip();
  }

  private String name(JsonNode object, String field) {
    return checkName(text(object, "name", field), field);
  }

  private String checkName(String name, String field) {
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw error(field, "must have a letter or a digit, to be found in text");
    }
    return name.strip();
  }

  /** UNKNOWN is what old readers see instead of a new constant; nobody may write it. */
  private <E extends Enum<E>> E oneOf(Class<E> type, String value, String field) {
    List<E> allowed =
        Arrays.stream(type.getEnumConstants()).filter(e -> !e.name().equals("UNKNOWN")).toList();
    return allowed.stream()
        .filter(e -> e.name().equals(value.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> error(field, "is '" + value + "', must be one of " + allowed));
  }

  private void checkFields(JsonNode object, @Nullable String in, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw error(
            in == null ? name : in + "." + name,
            "is unknown; known are " + known.stream().sorted().toList());
      }
    }
  }

  private EntityFormatException error(@Nullable String field, String problem) {
    return new EntityFormatException(line, field, problem);
  }
}
