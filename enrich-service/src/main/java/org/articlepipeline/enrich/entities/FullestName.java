package org.articlepipeline.enrich.entities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to call something that the knowledge base does not know. */
final class FullestName {

  private FullestName() {}

  /**
   * The surface with most words; of several the one written most often, then the first. One in
   * capitals only where there is no other, nor one turned round ("Twain, Mark") or with a nickname
   * inside.
   */
  static String of(ArticleText text, List<NameMention> mentions) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, NameMention> examples = new LinkedHashMap<>();
    for (NameMention mention : mentions) {
      String surface = String.join(" ", text.surface(mention.first(), mention.end()).split("\\s+"));
      counts.merge(surface, 1, Integer::sum);
      examples.putIfAbsent(surface, mention);
    }
    String best = "";
    long bestRank = Long.MIN_VALUE;
    for (Map.Entry<String, NameMention> example : examples.entrySet()) {
      long rank =
          rank(text, example.getValue()) * 1_000_000
              + Math.min(counts.getOrDefault(example.getKey(), 0), 999_999);
      if (rank > bestRank) {
        bestRank = rank;
        best = example.getKey();
      }
    }
    return best;
  }

  private static long rank(ArticleText text, NameMention mention) {
    int words = 0;
    int signs = 0;
    boolean cased = false;
    for (int i = mention.first(); i < mention.end(); i++) {
      String token = text.token(i).text();
      words += text.word(i).isEmpty() ? 0 : 1;
      signs += ",\"“”()".contains(token) ? 1 : 0;
      cased |= token.chars().anyMatch(Character::isLowerCase);
    }
    return (cased || words == 1 ? 0 : -1_000) - (signs > 0 && words > 1 ? 100L * signs : 0) + words;
  }
}
