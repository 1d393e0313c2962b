package org.articlepipeline.ingest.json;

import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.schemas.Image;
import org.jspecify.annotations.Nullable;

/**
 * What a post links to, under {@code _embedded}. In place of what a reader may not see, WordPress
 * puts an error: an object without the fields that are asked for here.
 */
final class WordPressEmbedded {

  private static final String UNSORTED = "uncategorized";

  private WordPressEmbedded() {}

  /** Names to be shown; not the login names of whoever set a site up. */
  static List<String> authors(JsonField post) {
    return FieldText.distinct(
        post.at("_embedded").at("author").items().stream()
            .map(author -> FieldText.ofHtml(author.at("name").text()))
            .filter(name -> name != null && !Byline.isLogin(name)));
  }

  /**
   * @param taxonomy "category" or "post_tag"
   */
  static List<String> terms(JsonField post, String taxonomy) {
    return FieldText.distinct(
        post.at("_embedded").at("wp:term").items().stream()
            .flatMap(WordPressEmbedded::listed)
            .filter(term -> taxonomy.equals(term.at("taxonomy").text()))
            .filter(term -> !UNSORTED.equals(term.at("slug").text()))
            .map(term -> FieldText.ofHtml(term.at("name").text())));
  }

  static List<Image> images(JsonField post) {
    return post.at("_embedded").at("wp:featuredmedia").items().stream()
        .filter(media -> !media.at("source_url").isAbsent() && isPicture(media))
        .flatMap(
            media -> Stream.ofNullable(media.at("source_url").url()).map(url -> image(url, media)))
        .toList();
  }

  /** Terms come in an array for each taxonomy; an error stands there alone. */
  private static Stream<JsonField> listed(JsonField terms) {
    return terms.node() != null && terms.node().isArray()
        ? terms.items().stream()
        : Stream.of(terms);
  }

  private static boolean isPicture(JsonField media) {
    String type = media.at("media_type").text();
    return type == null || type.equals("image");
  }

  private static Image image(String url, JsonField media) {
    String caption = FieldText.ofHtml(media.at("caption").at("rendered").text());
    return new Image(url, caption == null ? alternative(media) : caption, null);
  }

  private static @Nullable String alternative(JsonField media) {
    return FieldText.ofHtml(media.at("alt_text").text());
  }
}
