package org.articlepipeline.ingest.json;

import java.util.Locale;
import java.util.Set;
import org.articlepipeline.ingest.html.FieldText;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a ninjs item, and the one below it. Roles are free in ninjs: what most providers
 * write is known here.
 */
final class NinjsHeadlines {

  private static final Set<String> SHOWN_BELOW =
      Set.of("sub", "subhead", "subheadline", "subtitle", "secondary", "deck");

  /** For other places than the article's own page: better than nothing. */
  private static final Set<String> ELSEWHERE =
      Set.of("short", "seo", "social", "kicker", "overline");

  private NinjsHeadlines() {}

  static @Nullable String main(JsonField item) {
    String best = null;
    int bestRank = Integer.MAX_VALUE;
    for (JsonField headline : item.at("headlines").items()) {
      String role = role(headline);
      String text = text(headline);
      int rank = role.equals("main") ? 0 : ELSEWHERE.contains(role) ? 2 : 1;
      if (text != null && !SHOWN_BELOW.contains(role) && rank < bestRank) {
        best = text;
        bestRank = rank;
      }
    }
    return best == null ? FieldText.ofPlain(item.at("headline").text()) : best;
  }

  static @Nullable String sub(JsonField item) {
    for (JsonField headline : item.at("headlines").items()) {
      String text = text(headline);
      if (SHOWN_BELOW.contains(role(headline)) && text != null) {
        return text;
      }
    }
    return null;
  }

  private static String role(JsonField headline) {
    String role = headline.at("role").text();
    return role == null ? "" : role.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(JsonField headline) {
    String value = headline.at("value").text();
    String type = headline.at("contentType").text();
    return type != null && type.contains("html")
        ? FieldText.ofHtml(value)
        : FieldText.ofPlain(value);
  }
}
