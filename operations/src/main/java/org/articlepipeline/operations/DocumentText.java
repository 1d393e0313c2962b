package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The parts of a document that people look at first, as lines of text. */
final class DocumentText {
  private DocumentText() {}

  static String headline(JsonNode document) {
    return document.path("headline").asText("(no headline)");
  }

  /** Date, sections and language. */
  static String facts(JsonNode document) {
    var facts = new ArrayList<String>();
    facts.add(document.path("datePublished").asText("no date"));
    String sections = String.join(", ", texts(document.path("sections")));
    if (!sections.isEmpty()) {
      facts.add(sections);
    }
    facts.add(document.path("language").asText("unknown language"));
    return String.join(" · ", facts);
  }

  /** {@code people: A, B}, and so on; kinds without a name are left out. */
  static List<String> names(JsonNode document) {
    var lines = new ArrayList<String>();
    for (String kind : List.of("people", "organisations", "places")) {
      var names = new ArrayList<String>();
      document.path(kind).forEach(entity -> names.add(entity.path("name").asText()));
      if (!names.isEmpty()) {
        lines.add(kind + ": " + String.join(", ", names));
      }
    }
    return lines;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
