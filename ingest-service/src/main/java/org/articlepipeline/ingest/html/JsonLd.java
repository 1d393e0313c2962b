package org.articlepipeline.ingest.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's JSON-LD says of its article: the first object of an article's type, in a script's
 * own object, its array or its {@code @graph}. Broken scripts are skipped. Jackson bounds nesting.
 */
final class JsonLd {

  private static final int MAX_SCRIPTS = 50;
  private static final int MAX_NODES = 2000;

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "SocialMediaPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "AdvertiserContentArticle",
          "SatiricalArticle",
          "Review",
          "Recipe");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final JsonNode article;

  private JsonLd(JsonNode article) {
    this.article = article;
  }

  static JsonLd of(PageEvidence page) {
    for (Element script : page.jsonLd.subList(0, Math.min(MAX_SCRIPTS, page.jsonLd.size()))) {
      JsonNode found = article(script.data());
      if (found != null) {
        return new JsonLd(found);
      }
    }
    return new JsonLd(MissingNode.getInstance());
  }

  private static @Nullable JsonNode article(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(root));
    for (int seen = 0; seen < MAX_NODES && !todo.isEmpty(); seen++) {
      JsonNode node = todo.removeFirst();
      if (node.isArray()) {
        node.forEach(todo::add);
      } else if (texts(node.path("@type")).stream().anyMatch(ARTICLES::contains)) {
        return node;
      } else if (node.isObject()) {
        todo.add(node.path("@graph"));
        todo.add(node.path("mainEntity"));
      }
    }
    return null;
  }

  /** The first text of a field; of an object its name, url or id. */
  @Nullable String text(String field) {
    List<String> texts = texts(article.path(field));
    return texts.isEmpty() ? null : texts.getFirst();
  }

  List<String> texts(String field) {
    return texts(article.path(field));
  }

  /** Persons first of all; an outlet is no author, and neither is an address. */
  List<String> authors() {
    String publisher = text("publisher");
    var names = new ArrayList<String>();
    for (JsonNode author : items(article.path("author"))) {
      boolean outlet = texts(author.path("@type")).contains("Organization");
      for (String name : outlet ? List.<String>of() : texts(author)) {
        if (!name.equals(publisher)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Objects of a field, each as it is. */
  List<JsonNode> items(String field) {
    return items(article.path(field));
  }

  private static List<JsonNode> items(JsonNode node) {
    var items = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else if (!node.isMissingNode()) {
      items.add(node);
    }
    return items;
  }

  static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    for (JsonNode item : items(node)) {
      if (item.isTextual()) {
        texts.add(item.textValue());
      } else if (item.isObject()) {
        for (String field : List.of("name", "url", "@id")) {
          List<String> inner =
              item.path(field).isTextual()
                  ? List.of(item.path(field).textValue())
                  : item.path(field).isArray() ? flat(item.path(field)) : List.of();
          if (!inner.isEmpty()) {
            texts.addAll(inner);
            break;
          }
        }
      }
    }
    return texts;
  }

  private static List<String> flat(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(
        item -> {
          if (item.isTextual()) {
            texts.add(item.textValue());
          }
        });
    return texts;
  }
}
