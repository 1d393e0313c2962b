package org.articlepipeline.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 10,000 articles with known edits, in a random order, against their exact similarities. */
class NearDuplicatesTest {
  private static final int ARTICLES = 10_000;

  /** Two are of one family when their numbers are in one ten. */
  private static final int FAMILY = 10;

  /** Of the exact similarity: computed from the words themselves, not by the code under test. */
  private static final int SHINGLE = 4;

  private static List<long[]> shingles = List.of();
  private static List<Assignment> assignments = List.of();
  private static List<Integer> order = List.of();

  @BeforeAll
  static void makeStories() {
    List<String> texts =
        new EditedArticles(1).families(ARTICLES / FAMILY).stream().flatMap(List::stream).toList();
    order = new ArrayList<>(IntStream.range(0, ARTICLES).boxed().toList());
    Collections.shuffle(order, new Random(2));
    StoryFixture stories = new StoryFixture(Duration.ofDays(7));
    for (int i = 0; i < ARTICLES; i++) {
      int article = order.get(i);
      stories.publish(StoryFixture.signature("urn:" + article, i, texts.get(article)));
    }
    assignments =
        IntStream.range(0, ARTICLES).mapToObj(i -> stories.assignment("urn:" + i)).toList();
    shingles = texts.stream().map(NearDuplicatesTest::shingles).toList();
  }

  @Test
  void articlesOfNineTenthsSimilarityAreInOneStory() {
    int similar = 0;
    int joined = 0;
    for (int a = 0; a < ARTICLES; a++) {
      for (int b = a - a % FAMILY; b < a; b++) {
        if (similarity(a, b) >= 0.9) {
          similar++;
          joined += story(a).equals(story(b)) ? 1 : 0;
        }
      }
    }
    assertThat(similar).isGreaterThan(5_000);
    assertThat((double) joined / similar).as("recall of %d pairs", similar).isGreaterThan(0.99);
  }

  @Test
  void anArticleThatRepeatsAnEarlierOneSaysSo() {
    int repeating = 0;
    int saying = 0;
    Set<Integer> earlier = new HashSet<>();
    for (int article : order) {
      if (family(article).anyMatch(b -> earlier.contains(b) && similarity(article, b) >= 0.9)) {
        repeating++;
        saying += assignments.get(article).duplicateOf() != null ? 1 : 0;
      }
      earlier.add(article);
    }
    assertThat(repeating).isGreaterThan(3_000);
    assertThat((double) saying / repeating).as("recall of %d", repeating).isGreaterThan(0.99);
  }

  @Test
  void noTwoBelowOneHalfAreInOneStory() {
    Map<String, List<Integer>> stories =
        IntStream.range(0, ARTICLES)
            .boxed()
            .collect(Collectors.groupingBy(NearDuplicatesTest::story));
    double least = 1;
    for (List<Integer> story : stories.values()) {
      for (int a : story) {
        for (int b : story) {
          least = Math.min(least, similarity(a, b));
        }
      }
    }
    assertThat(least).isGreaterThan(0.5);
    assertThat(stories).hasSizeBetween(ARTICLES / FAMILY, ARTICLES);
  }

  @Test
  void duplicatesAreOfMoreThanSevenTenths() {
    double least = 1;
    for (int i = 0; i < ARTICLES; i++) {
      String original = assignments.get(i).duplicateOf();
      if (original != null) {
        least = Math.min(least, similarity(i, Integer.parseInt(original.substring(4))));
      }
    }
    assertThat(least).isGreaterThan(0.7);
  }

  private static IntStream family(int article) {
    int first = article - article % FAMILY;
    return IntStream.range(first, first + FAMILY);
  }

  private static String story(int article) {
    return assignments.get(article).clusterUri();
  }

  /** Sorted, each once. */
  private static long[] shingles(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^a-z]+");
    return IntStream.rangeClosed(0, words.length - SHINGLE)
        .mapToLong(i -> number(Arrays.asList(words).subList(i, i + SHINGLE)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Two hash codes of Java's, so that no two shingles of all texts are likely to share it. */
  private static long number(List<String> words) {
    return ((long) words.hashCode() << 32) ^ String.join("", words).hashCode();
  }

  /** Jaccard. */
  private static double similarity(int a, int b) {
    long[] one = shingles.get(a);
    long[] other = shingles.get(b);
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      common += one[i] == other[j] ? 1 : 0;
      if (one[i] <= other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) common / (one.length + other.length - common);
  }
}
