package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names with what a rule says of some. What the text says of a name in one place holds for it in
 * the whole article; the knowledge base is believed more, and so is a guess that is surer.
 */
final class RuledNames {
  /** Guesses less sure than this give way to what the rule says of words that cross theirs. */
  private static final double UNSURE = 0.5;

  private RuledNames() {}

  /**
   * @param ruled in order, none over another
   */
  static List<NameMention> of(ArticleText text, List<NameMention> names, List<NameMention> ruled) {
    if (ruled.isEmpty()) {
      return names;
    }
    List<NameMention> all = new ArrayList<>(names.size() + ruled.size());
    Map<String, NameMention> proofs = new HashMap<>();
    int next = 0;
    for (NameMention rule : ruled) {
      while (next < names.size() && names.get(next).end() <= rule.first()) {
        all.add(names.get(next++));
      }
      int end = next;
      boolean wins = true;
      NameMention same = null;
      while (end < names.size() && names.get(end).first() < rule.end()) {
        NameMention name = names.get(end++);
        wins &= wins(rule, name);
        same = rule.first() == name.first() && rule.end() == name.end() ? name : same;
      }
      if (wins) {
        proofs.putIfAbsent(text.words(rule.first(), rule.end()), rule);
        all.add(same == null || same.type() != rule.type() ? rule : surer(same, rule));
        next = end;
      }
    }
    all.addAll(names.subList(next, names.size()));
    all.replaceAll(name -> proven(name, proofs.get(text.words(name.first(), name.end()))));
    return all;
  }

  private static NameMention proven(NameMention name, @Nullable NameMention proof) {
    return proof == null
            || name.type() == proof.type()
            || !wins(proof.at(name.first(), name.end()), name)
        ? name
        : proof.at(name.first(), name.end());
  }

  private static boolean wins(NameMention rule, NameMention name) {
    if (rule.first() == name.first() && rule.end() == name.end()) {
      return name.known() == null
          && (name.type() == rule.type() || name.confidence() <= rule.confidence());
    }
    return rule.covers(name)
        || (name.known() == null && !name.covers(rule) && name.confidence() < UNSURE);
  }

  private static NameMention surer(NameMention name, NameMention rule) {
    double confidence = 1 - (1 - name.confidence()) * (1 - rule.confidence());
    return new NameMention(
        name.first(), name.end(), name.type(), confidence, name.evidence(), null);
  }
}
