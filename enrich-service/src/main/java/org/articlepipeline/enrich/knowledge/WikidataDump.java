package org.articlepipeline.enrich.knowledge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.articlepipeline.schemas.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities from a JSON dump of Wikidata, or an extract of one: one item a line, with or
 * without a comma at its end, with or without lines of brackets around. One line is in memory at a
 * time, and of it only what is needed: labels and aliases in one language, classes (P31), and the
 * article in that language's Wikipedia. See
 * https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
 */
public final class WikidataDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Labels that hold for every language. */
  private static final String ANY_LANGUAGE = "mul";

  /** In characters; the largest items have a few million. */
  private static final int LONGEST_LINE = 64 << 20;

  private final BufferedReader lines;
  private final String language;
  private final WikidataCounts counts;
  private long line;

  private WikidataDump(BufferedReader lines, String language, WikidataCounts counts) {
    this.lines = lines;
    this.language = language;
    this.counts = counts;
  }

  /**
   * Entities as they are read; what is skipped is counted.
   *
   * @param language as Wikidata writes it: {@code en}, {@code pt-br}
   * @throws EntityFormatException from the stream, at the first line that is no item
   * @throws UncheckedIOException from the stream
   */
  public static Stream<Entity> read(BufferedReader dump, String language, WikidataCounts counts) {
    var reader = new WikidataDump(dump, language, counts);
    return Stream.generate(reader::nextItem)
        .takeWhile(item -> !item.isEmpty())
        .map(reader::parse)
        .flatMap(item -> Stream.ofNullable(item.entity(counts)));
  }

  /** Empty at the end. */
  private String nextItem() {
    String item = "";
    try {
      while (item.isEmpty()) {
        String text = readLine();
        if (text == null) {
          break;
        }
        item = withoutArray(text.strip());
      }
      return item;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutArray(String text) {
    String item = text.startsWith("[") ? text.substring(1) : text;
    while (item.endsWith(",") || item.endsWith("]")) {
      item = item.substring(0, item.length() - 1);
    }
    return item.strip();
  }

  private @Nullable String readLine() throws IOException {
    line++;
    var text = new StringBuilder();
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = lines.read()) {
      if (text.length() == LONGEST_LINE) {
        throw error(null, "is too long; a dump has one item a line");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private EntityFormatException error(@Nullable String field, String problem) {
    return new EntityFormatException(line, field, problem);
  }

  private WikidataItem parse(String text) {
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw error(null, "is not a JSON object {...}");
      }
      return item(in);
    } catch (JsonProcessingException e) {
      throw error(null, "is no item of Wikidata as JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WikidataItem item(JsonParser in) throws IOException {
    String id = "";
    String type = "";
    Map<String, JsonNode> labels = Map.of();
    Map<String, JsonNode> aliases = Map.of();
    Map<String, JsonNode> claims = Map.of();
    Map<String, JsonNode> sitelinks = Map.of();
    String wiki = language.split("-")[0] + "wiki";
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      in.nextToken();
      switch (field) {
        case "id" -> id = in.getText();
        case "type" -> type = in.getText();
        case "labels" -> labels = pick(in, Set.of(language, ANY_LANGUAGE));
        case "aliases" -> aliases = pick(in, Set.of(language, ANY_LANGUAGE));
        case "claims" -> claims = pick(in, Set.of("P31"));
        case "sitelinks" -> sitelinks = pick(in, Set.of(wiki));
        default -> in.skipChildren();
      }
    }
    if (id.isEmpty()) {
      throw error("id", "is missing: this is no item of Wikidata");
    }
    return new WikidataItem(
        id,
        type,
        first(labels, language, ANY_LANGUAGE).path("value").asText(),
        first(aliases, language, ANY_LANGUAGE),
        first(claims, "P31"),
        first(sitelinks, wiki).path("title").asText(),
        language);
  }

  /** The values of these keys of an object; an empty one is written as an array. */
  private Map<String, JsonNode> pick(JsonParser in, Set<String> keys) throws IOException {
    Map<String, JsonNode> picked = new HashMap<>();
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return picked;
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      if (keys.contains(key)) {
        picked.put(key, JSON.readTree(in));
      } else {
        in.skipChildren();
      }
    }
    return picked;
  }

  private static JsonNode first(Map<String, JsonNode> picked, String... keys) {
    for (String key : keys) {
      JsonNode value = picked.get(key);
      if (value != null) {
        return value;
      }
    }
    return JSON.missingNode();
  }
}
