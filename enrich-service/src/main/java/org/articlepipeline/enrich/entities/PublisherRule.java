package org.articlepipeline.enrich.entities;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Who publishes the article, named as its site is: {@code Northgate Post} on northgatepost.com. */
final class PublisherRule {
  private static final double CONFIDENCE = 0.85;
  private static final int MAX_WORDS = 4;
  private static final int SHORTEST = 3;

  /** Stand before a country's domain: {@code .co.uk}. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne");

  private PublisherRule() {}

  /**
   * @param url of the article
   */
  static List<NameMention> names(ArticleText text, @Nullable String url) {
    String site = site(url);
    List<NameMention> found = new ArrayList<>();
    for (int i = 0; site.length() >= SHORTEST && i < text.size(); i++) {
      int end = site.startsWith(text.word(i)) ? end(text, i, site) : i;
      if (end > i) {
        found.add(NameMention.of(i, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE));
        i = end - 1;
      }
    }
    return found;
  }

  /** One past the last word of a name that starts here and has the site's letters, or here. */
  private static int end(ArticleText text, int first, String site) {
    int matched = 0;
    for (int i = first; i < Math.min(text.sentenceEnd(first), first + MAX_WORDS); i++) {
      if (!text.token(i).isWord()
          || !site.startsWith(text.word(i), matched)
          || !hasCapital(text.token(i).text())) {
        return first;
      }
      matched += text.word(i).length();
      if (matched == site.length()) {
        boolean word = i == first && CommonWords.contains(site);
        return word ? first : i + 1;
      }
    }
    return first;
  }

  private static boolean hasCapital(String token) {
    return token.chars().anyMatch(Character::isUpperCase);
  }

  /** The name that was registered: {@code example} of www.example.co.uk; empty when none was. */
  static String site(@Nullable String url) {
    try {
      String host = url == null ? null : URI.create(url).getHost();
      if (host == null) {
        return "";
      }
      String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
      int at = labels.length - 2;
      if (at > 0 && SECOND_LEVEL.contains(labels[at])) {
        at--;
      }
      return at < 0 ? "" : labels[at].replace("-", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
