package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code media-topics.txt} has: topics, names of sections, and words that speak for a topic.
 */
final class TopicVocabulary {
  /** Words of a phrase, in the singular as {@link ContentWords#singular} has them. */
  record Term(List<String> words, MediaTopic topic, int weight) {}

  private static final TopicVocabulary SHIPPED = read(WordList.lines("/media-topics.txt"));

  private final List<MediaTopic> topics = new ArrayList<>();
  private final Map<String, MediaTopic> sections = new HashMap<>();
  private final Map<String, List<Term>> termsByFirstWord = new HashMap<>();

  private TopicVocabulary() {}

  static TopicVocabulary shipped() {
    return SHIPPED;
  }

  /**
   * @throws IllegalArgumentException naming a line that can't be read
   */
  static TopicVocabulary read(List<String> lines) {
    TopicVocabulary vocabulary = new TopicVocabulary();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String key = line.substring(0, Math.max(0, colon));
      List<String> values = Arrays.asList(line.substring(colon + 1).strip().split(", "));
      switch (key) {
        case "topic" -> vocabulary.addTopic(line.substring(colon + 1).strip());
        case "sections" -> values.forEach(vocabulary::addSection);
        case "1", "2", "3" -> values.forEach(v -> vocabulary.addTerm(v, Integer.parseInt(key)));
        default -> throw new IllegalArgumentException("not a line of media topics: " + line);
      }
    }
    return vocabulary;
  }

  private void addTopic(String text) {
    int space = text.indexOf(' ');
    topics.add(new MediaTopic(text.substring(0, space), text.substring(space + 1)));
  }

  private void addSection(String name) {
    sections.putIfAbsent(name, topics.getLast());
  }

  private void addTerm(String phrase, int weight) {
    List<String> words = Arrays.stream(phrase.split(" ")).map(ContentWords::singular).toList();
    termsByFirstWord
        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
        .add(new Term(words, topics.getLast(), weight));
  }

  List<MediaTopic> topics() {
    return topics;
  }

  /** The topic that a section or keyword of a CMS, in lower case, is a name of; null if of none. */
  @Nullable MediaTopic ofSection(String name) {
    return sections.get(name);
  }

  /** Terms that start with a word in the singular. */
  List<Term> startingWith(String word) {
    return termsByFirstWord.getOrDefault(word, List.of());
  }
}
