package org.articlepipeline.index.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * {@code stemmed.de}, {@code .fr}, {@code .es}: an article's text once more in the field that is
 * analysed by the rules of its language. Only that of its own language is there, so that an index
 * of one language costs no more than one field and no word is stemmed by the rules of another. It
 * is searched, and not kept in {@code _source}.
 */
final class StemmedText {
  /** Those with an analyzer of their own; English is what {@code headline} and {@code body} are. */
  private static final Set<String> LANGUAGES = Set.of("de", "fr", "es");

  private StemmedText() {}

  static void write(JsonFields json, EnrichedArticle article) {
    language(article.getLanguage())
        .ifPresent(
            language ->
                json.object(
                    "stemmed",
                    stemmed ->
                        stemmed.object(
                            language,
                            text ->
                                text.text("headline", article.getHeadline())
                                    .text("subheadline", article.getSubheadline())
                                    .text("body", article.getBody()))));
  }

  /** Of {@code de-AT} it is {@code de}. */
  private static Optional<String> language(@Nullable String tag) {
    return Optional.ofNullable(tag)
        .map(text -> text.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))
        .filter(LANGUAGES::contains);
  }
}
