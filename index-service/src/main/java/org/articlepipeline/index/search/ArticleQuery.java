package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/**
 * What a reader typed, as a query. The shapes are JSON, so that a frontend can take them as they
 * are from the documentation; {@code WORDS} stands for what was typed.
 */
public final class ArticleQuery {
  private static final JsonNode FULL_TEXT = resource("full-text.json");
  private static final JsonNode MISSPELT = resource("misspelt.json");

  /** Who uses one of these means exactly what is typed: then every word must be there. */
  private static final Pattern OPERATOR =
      Pattern.compile(
          "\"|\\||(?<=\\w)\\*|(?<!\\S)[+-](?=[\\w\"(])", Pattern.UNICODE_CHARACTER_CLASS);

  /** A pasted page would be more clauses than Elasticsearch takes. */
  static final int MOST_WORDS = 50;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ArticleQuery() {}

  /**
   * @param typed words, "phrases", +must, -not, a|b, prefix*: never a syntax error. Of several
   *     words two fifths must be there, with any operator all
   */
  public static Query fullText(String typed) {
    return query(fullTextJson(typed));
  }

  /** The same as a frontend sends it. */
  public static ObjectNode fullTextJson(String typed) {
    ObjectNode query = (ObjectNode) filled(FULL_TEXT, typed);
    if (OPERATOR.matcher(typed).find()) {
      ObjectNode words = (ObjectNode) query.findValue("simple_query_string");
      words.put("default_operator", "and").remove("minimum_should_match");
    }
    return query;
  }

  /** For when nothing else was found: words that are nearly the same, and no operators. */
  static Query misspelt(String typed) {
    return query(misspeltJson(typed));
  }

  /** The same as a frontend sends it. */
  public static ObjectNode misspeltJson(String typed) {
    return (ObjectNode) filled(MISSPELT, typed);
  }

  private static Query query(JsonNode json) {
    return Query.of(query -> query.withJson(new StringReader(json.toString())));
  }

  private static JsonNode filled(JsonNode shape, String typed) {
    return replaced(
        shape,
        new TextNode(
            SPACE.splitAsStream(typed.strip()).limit(MOST_WORDS).collect(Collectors.joining(" "))));
  }

  private static JsonNode replaced(JsonNode node, TextNode words) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          copy.set(field.getKey(), replaced(field.getValue(), words));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.forEach(element -> copy.add(replaced(element, words)));
        yield copy;
      }
      default -> node.asText().equals("WORDS") ? words : node;
    };
  }

  private static JsonNode resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ArticleQuery.class.getResourceAsStream(name), name)) {
      return ElasticsearchConnection.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
