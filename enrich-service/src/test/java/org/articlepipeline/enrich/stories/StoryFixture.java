package org.articlepipeline.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.ArticleSignature;

/** Stories in memory, and what is published because of them. */
final class StoryFixture {
  final MapTable members = new MapTable();
  final MapTable bands = new MapTable();
  final MapTable stories = new MapTable();
  final MapTable ages = new MapTable();
  private final Map<String, Assignment> published = new HashMap<>();
  private final Duration window;
  private final EditedArticles editor = new EditedArticles(3);
  private final List<String> text = editor.original(8);
  private Stories decisions;

  StoryFixture(Duration window) {
    this.window = window;
    this.decisions = decisions();
  }

  private Stories decisions() {
    return new Stories(new StoryState(members, bands, stories, ages), window);
  }

  /** Nothing is left but the tables. */
  void restart() {
    decisions = decisions();
  }

  /**
   * @param ingestedAt epoch milliseconds
   */
  static ArticleSignature signature(String uri, long ingestedAt, String text) {
    MinHash minHash = MinHash.of(Tokenizer.tokenize(text));
    return ArticleSignature.newBuilder()
        .setUri(uri)
        .setRevision(ingestedAt + 1)
        .setVisible(true)
        .setIngestedAt(Instant.ofEpochMilli(ingestedAt))
        .setMinHash(minHash == null ? null : minHash.bytes())
        .setClusterUri(uri)
        .build();
  }

  /** All originals have one text. */
  ArticleSignature original(String uri, long at) {
    return signature(uri, at, String.join("\n\n", text));
  }

  ArticleSignature copy(String uri, long at) {
    return signature(uri, at, String.join("\n\n", editor.edited(text, EditedArticles.Edit.TYPO)));
  }

  ArticleSignature other(String uri, long at) {
    return signature(uri, at, newText());
  }

  String newText() {
    return String.join("\n\n", editor.original(8));
  }

  /**
   * Fails when the article was last published with anything else.
   *
   * @param duplicateOf "" for none
   */
  void hold(String uri, String story, boolean head, String duplicateOf) {
    assertThat(assignment(uri))
        .as(uri)
        .isEqualTo(new Assignment(story, head, duplicateOf.isEmpty() ? null : duplicateOf));
  }

  /** With what is known of its story, as the task that owns it does; the changes are published. */
  List<StoryChange> publish(ArticleSignature article) {
    if (article.getVisible()) {
      Assignment known = assignment(article.getUri());
      article.setClusterUri(known.clusterUri());
      article.setClusterHead(known.clusterHead());
      article.setDuplicateOf(known.duplicateOf());
    } else {
      published.remove(article.getUri());
    }
    List<StoryChange> changes = decisions.apply(article);
    changes.forEach(change -> published.put(change.uri(), change.assignment()));
    return changes;
  }

  /** As it was published, whatever was decided meanwhile. */
  List<StoryChange> apply(ArticleSignature article) {
    return decisions.apply(article);
  }

  List<StoryChange> withdraw(String uri, long at) {
    return publish(
        ArticleSignature.newBuilder()
            .setUri(uri)
            .setRevision(at + 1)
            .setIngestedAt(Instant.ofEpochMilli(at))
            .setClusterUri(uri)
            .build());
  }

  Map<String, Assignment> published() {
    return published;
  }

  Assignment assignment(String uri) {
    return Objects.requireNonNullElse(published.get(uri), Assignment.alone(uri));
  }
}
