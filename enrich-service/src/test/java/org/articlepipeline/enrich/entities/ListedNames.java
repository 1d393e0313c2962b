package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.EntityType;

/** Stands for a tagger: finds what it is told, the longest first, wherever it stands. */
final class ListedNames implements NameSource {
  private static final int LONGEST = 8;

  private final Map<String, EntityType> types = new LinkedHashMap<>();
  private double confidence = 0.9;

  /**
   * @param names such as {@code "PERSON Nadia Brook"}
   */
  static ListedNames of(String... names) {
    ListedNames listed = new ListedNames();
    for (String name : names) {
      int space = name.indexOf(' ');
      listed.types.put(
          key(name.substring(space + 1)), EntityType.valueOf(name.substring(0, space)));
    }
    return listed;
  }

  ListedNames sure(double howSure) {
    confidence = howSure;
    return this;
  }

  @Override
  public List<NameMention> names(Analysis analysis) {
    ArticleText text = new ArticleText(analysis);
    List<NameMention> names = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      for (int end = Math.min(text.sentenceEnd(i), i + LONGEST); end > i; end--) {
        EntityType type = types.get(key(text.surface(i, end)));
        if (type != null) {
          names.add(NameMention.of(i, end, type, confidence, Evidence.RECOGNIZER));
          i = end - 1;
          break;
        }
      }
    }
    return names;
  }

  private static String key(String name) {
    StringBuilder out = new StringBuilder();
    Tokenizer.tokenize(name).forEach(token -> out.append(token.text()).append(' '));
    return out.toString();
  }
}
