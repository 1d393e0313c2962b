package org.articlepipeline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;

/** A million names must fit into a small heap; {@code ./articles bench knowledge} measures them. */
class KnowledgeBaseSizeTest {
  private static final int BASES = 3;
  private static final int ENTITIES = 25_000;
  private static final int NAMES = 4;
  private static final int MOST_BYTES_A_NAME = 130;

  /**
   * The median of several, each measured beside those before it: threads that earlier tests left to
   * end free memory at any moment, and one such moment must not decide.
   */
  @Test
  void aNameTakesFewBytes() {
    List<KnowledgeBase> kept = new ArrayList<>();
    long[] bytes = new long[BASES];
    for (int i = 0; i < BASES; i++) {
      long before = used();
      kept.add(filled());
      bytes[i] = used() - before;
    }
    Arrays.sort(bytes);

    assertThat(kept).allSatisfy(base -> assertThat(base.names()).isEqualTo(ENTITIES * NAMES));
    assertThat(bytes[BASES / 2] / (ENTITIES * NAMES)).isBetween(20L, (long) MOST_BYTES_A_NAME);
  }

  private static KnowledgeBase filled() {
    KnowledgeBase base = new KnowledgeBase();
    for (int i = 0; i < ENTITIES; i++) {
      base.put(entity(i));
    }
    return base;
  }

  private static Entity entity(int i) {
    String first = word(i % 4_000);
    String last = word(i / 3 + 7_919);
    return Entity.newBuilder()
        .setUri("urn:newsroom:people:" + i)
        .setName(first + " " + last)
        .setType(EntityType.PERSON)
        .setAliases(
            List.of(
                new Alias(first.charAt(0) + ". " + last + " " + i, AliasStrength.STRONG),
                new Alias(first + " Maria " + last + " " + i, AliasStrength.STRONG),
                new Alias(last, AliasStrength.WEAK)))
        .setSameAs(List.of("https://www.wikidata.org/wiki/Q" + (1_000_000 + i)))
        .build();
  }

  /** Pronounceable, another for each number. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder("R");
    for (int rest = number; word.length() < 4 || rest > 0; rest /= 50) {
      word.append("aeiou".charAt(rest % 5)).append("bdfgklmnst".charAt(rest / 5 % 10));
    }
    return word.toString();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
