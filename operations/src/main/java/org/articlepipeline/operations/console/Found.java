package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article that was found.
 *
 * @param fragments of its text around what was looked for
 * @param story how many articles its story has
 */
record Found(JsonNode article, List<Piece> headline, List<List<Piece>> fragments, long story) {
  private static final Pattern MARK = Pattern.compile("<em>(.*?)</em>", Pattern.DOTALL);

  /** A piece of text that was looked for, or not. Elasticsearch's own marks are not trusted. */
  record Piece(String text, boolean marked) {}

  static List<Found> of(JsonNode answer) {
    List<Found> found = new ArrayList<>();
    answer.at("/hits/hits").forEach(hit -> found.add(ofHit(hit)));
    return found;
  }

  private static Found ofHit(JsonNode hit) {
    JsonNode article = hit.path("_source");
    String plain = article.path("headline").asText("(no headline)");
    List<List<Piece>> fragments = new ArrayList<>();
    hit.at("/highlight/body").forEach(fragment -> fragments.add(pieces(fragment.asText())));
    return new Found(article, pieces(hit.at("/highlight/headline/0").asText(plain)), fragments, 0);
  }

  /** In an article that has {@code <em>} in its text that is marked, too, and nothing worse. */
  static List<Piece> pieces(String highlighted) {
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Matcher mark = MARK.matcher(highlighted); mark.find(); end = mark.end()) {
      add(pieces, highlighted.substring(end, mark.start()), false);
      add(pieces, mark.group(1), true);
    }
    add(pieces, highlighted.substring(end), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }

  Found inStoryOf(long articles) {
    return new Found(article, headline, fragments, articles);
  }

  String uri() {
    return article.path("uri").asText();
  }

  String clusterUri() {
    return article.path("clusterUri").asText();
  }

  String summary() {
    return article.path("summary").asText("");
  }

  /** Date, source, sections. */
  String facts() {
    List<String> facts = new ArrayList<>();
    facts.add(article.path("datePublished").asText("no date"));
    facts.add(article.path("source").asText());
    article.path("sections").forEach(section -> facts.add(section.asText()));
    return String.join(" · ", facts);
  }
}
