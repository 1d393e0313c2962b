package org.articlepipeline.benchmarks;

import java.util.Random;

/** Sentences that mean nothing, the same in every run. */
final class Words {

  private static final String[] WORDS =
      """
      the a of and to in for on with from after before under over between council river bridge
      harbour engineer mayor winter summer school library market station railway evening morning
      report budget decision vote member citizen neighbour garden museum theatre orchestra driver
      passenger ticket price repair cost plan year month week day house street square tower roof
      window water light road bus tram ferry boat island coast mountain valley village town said
      asked opened closed built repaired planned decided found lost began ended carried followed
      large small old new careful quiet narrow wide early late public private local northern
      """
          .strip()
          .split("\\s+");

  private final Random random;

  Words(long seed) {
    random = new Random(seed);
  }

  String sentence() {
    var text = new StringBuilder(some(8 + random.nextInt(14)));
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.append('.').toString();
  }

  String sentences(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(sentence());
    }
    return text.toString();
  }

  /** That many words. */
  String some(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
