package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.schemas.EntityType;

/** Who took a picture: {@code Image: Nadia Brook}, {@code Photo by Brook & Lane}. */
final class CreditRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int MAX_WORDS = 4;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> credited = new ArrayList<>();
    for (int i = 0; i + 2 < text.size(); i++) {
      if (NameWords.CREDITS.contains(text.word(i)) && introduces(text, i + 1)) {
        addRuns(text, i + 2, text.sentenceEnd(i), credited);
      }
    }
    return credited.isEmpty() ? names : MergedNames.of(names, credited);
  }

  private static boolean introduces(ArticleText text, int position) {
    return text.token(position).text().equals(":") || text.word(position).equals("by");
  }

  /** Names that stand there alone, or one beside the other: what else there is, is a caption. */
  private static void addRuns(ArticleText text, int from, int end, List<NameMention> credited) {
    int first = from;
    while (first < end) {
      int last = first;
      while (last < end && last - first < MAX_WORDS && isNameWord(text, last)) {
        last++;
      }
      boolean more = last < end && (text.word(last).equals("and") || isSign(text, last, "/,"));
      if (last == first || !(last == end || more || isSign(text, last, ".;()"))) {
        return;
      }
      credited.add(NameMention.of(first, last, EntityType.PERSON, CONFIDENCE, Evidence.RULE));
      if (!more) {
        return;
      }
      first = last + 1;
    }
  }

  private static boolean isNameWord(ArticleText text, int position) {
    if (isSign(text, position, ".")) {
      return text.word(position - 1).length() == 1;
    }
    return text.token(position).isWord() && text.token(position).startsUpperCase();
  }

  private static boolean isSign(ArticleText text, int position, String signs) {
    return text.word(position).isEmpty() && signs.contains(text.token(position).text());
  }
}
