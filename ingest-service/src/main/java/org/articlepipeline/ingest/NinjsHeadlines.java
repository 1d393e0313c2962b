package org.articlepipeline.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a ninjs item, and the one below it. Roles are free in ninjs: what most providers
 * write is known here.
 */
final class NinjsHeadlines {

  private static final Set<String> SUB =
      Set.of(
          "sub",
          "subhead",
          "subheadline",
          "subtitle",
          "secondary",
          "deck",
          "kicker",
          "overline",
          "short",
          "seo",
          "social");

  private static final Set<String> SHOWN_BELOW =
      Set.of("sub", "subhead", "subheadline", "subtitle", "secondary", "deck");

  private NinjsHeadlines() {}

  /** The one whose role is "main", else the first that is not of another kind. */
  static @Nullable String main(JsonField item) {
    List<JsonField> headlines = item.at("headlines").items();
    for (JsonField headline : headlines) {
      String text = text(headline);
      if (role(headline).equals("main") && text != null) {
        return text;
      }
    }
    for (JsonField headline : headlines) {
      String text = text(headline);
      if (!SUB.contains(role(headline)) && text != null) {
        return text;
      }
    }
    return FieldText.ofPlain(item.at("headline").text());
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
