package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short names of the organisations that an article names in full, and where each stands for it. */
final class ShortOrganisations {
  private final ArticleText text;
  private final Set<List<String>> learned = new HashSet<>();
  private final Map<String, NameMention> alone = new HashMap<>();
  private final Map<String, NameMention> afterwards = new HashMap<>();
  private final Map<String, NameMention> behindThe = new HashMap<>();
  private final Map<String, NameMention> behindAt = new HashMap<>();

  /** The most words of a short name that starts with this one. */
  private final Map<String, Integer> longest = new HashMap<>();

  ShortOrganisations(ArticleText text) {
    this.text = text;
  }

  boolean isEmpty() {
    return longest.isEmpty();
  }

  void learn(NameMention name) {
    List<String> words = NameParts.of(text, name).words();
    if (learned.add(words)) {
      ShortNames shorter = ShortNames.of(words);
      if (NameWords.COMPANY_FORMS.contains(text.word(name.end() - 1))) {
        put(alone, words, name);
      }
      shorter.alone().forEach(end -> put(alone, end, name));
      shorter.afterwards().forEach(end -> put(afterwards, end, name));
      shorter.behindThe().forEach(end -> put(behindThe, end, name));
      if (words.size() > 2 && words.get(1).equals("of") && words.getFirst().equals("university")) {
        put(behindAt, words.subList(2, words.size()), name);
      }
    }
  }

  private void put(Map<String, NameMention> map, List<String> words, NameMention name) {
    map.putIfAbsent(String.join(" ", words), name);
    longest.merge(words.getFirst(), words.size(), Math::max);
  }

  /** Where a short name that starts here may end at most. */
  int limit(int first) {
    return Math.min(first + longest.getOrDefault(text.word(first), 0), text.sentenceEnd(first));
  }

  /** The whole name of what these words may stand for, where they stand. */
  @Nullable NameMention whole(int first, int end) {
    String words = text.words(first, end);
    NameMention name = alone.get(words);
    if (name == null && (text.followsThe(first) || isSpeaker(first, end))) {
      name = behindThe.get(words);
    }
    if (name == null && text.followsAt(first)) {
      name = behindAt.get(words);
    }
    if (name == null) {
      name = afterwards.get(words);
      return name == null || name.first() > first ? null : name;
    }
    return name;
  }

  /** Whether they are only the kind of something: the Ledger of Gull Ledger. */
  boolean areKind(int first, int end) {
    return behindThe.containsKey(text.words(first, end));
  }

  /** {@code Ledger: Why do you run?} */
  private boolean isSpeaker(int first, int end) {
    return first == text.sentenceStart(first)
        && end < text.size()
        && text.token(end).text().equals(":");
  }
}
