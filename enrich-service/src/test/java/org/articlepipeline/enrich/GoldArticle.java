package org.articlepipeline.enrich;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * An article with what it names, as a person judged it. One JSON object a line.
 *
 * @param text starts with the headline
 */
record GoldArticle(
    String id, @Nullable String url, String headline, String text, List<Gold> entities) {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(GoldArticle.class);

  /**
   * @param acceptTypes what it may be found as besides its type: a museum is a place, too
   * @param accept names under which it may be found besides its mentions'
   * @param salience 0 to 5
   * @param optional neither missed nor wrong: it only stands inside a longer name, or is debatable
   */
  record Gold(
      EntityType type,
      @Nullable Set<EntityType> acceptTypes,
      @Nullable List<String> accept,
      int salience,
      boolean optional,
      List<Mention> mentions) {

    boolean accepts(EntityType found) {
      return found == type || (acceptTypes != null && acceptTypes.contains(found));
    }

    Set<String> surfaces() {
      return NameKey.of(mentions.stream().map(Mention::surface).toList());
    }

    Set<String> names() {
      Set<String> names = new HashSet<>(surfaces());
      names.addAll(NameKey.of(Objects.requireNonNullElse(accept, List.of())));
      return names;
    }
  }

  /** Offsets into the text. */
  record Mention(int start, int end, String surface) {}

  static List<GoldArticle> read(InputStream lines) throws IOException {
    try (lines) {
      return JSON.<GoldArticle>readValues(lines).readAll();
    }
  }

  Article article() {
    return Samples.article("urn:test:" + id, 1)
        .setUrl(url)
        .setHeadline(headline)
        .setBody(text.substring(headline.length()).strip())
        .build();
  }
}
