package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.articlepipeline.ingest.cleanup.EdgeLines;
import org.articlepipeline.ingest.cleanup.LineFingerprint;
import org.junit.jupiter.api.Test;

/** Counts are bounded, err on the side of the article, and come back from the store. */
class LineCountsTest {

  private static final int MAX_BYTES = 3500;

  @Test
  void aHundredThousandDifferentLinesTakeNoMoreThanTheirSlotsAndHideNothingFrequent() {
    var random = new Random(7);
    var counts = new LineCounts(1);
    for (int article = 0; article < 5000; article++) {
      long[] lines = random.longs(21).toArray();
      lines[0] = 42;
      lines[1] = article % 3 == 0 ? 43 : lines[1];
      counts.learn(new EdgeLines(random.nextLong(), lines));
    }

    assertThat(bytes(counts)).hasSizeLessThan(MAX_BYTES);
    assertThat(counts.share(42)).isGreaterThan(0.9);
    assertThat(counts.share(43)).isBetween(0.2, 0.34);
    assertThat(random.longs(1000).mapToDouble(counts::share).max()).hasValue(0);
  }

  @Test
  void noLineEverSeemsMoreFrequentThanItWas() {
    var random = new Random(11);
    var counts = new LineCounts(1);
    for (int article = 0; article < 2000; article++) {
      long[] lines = random.longs(30).toArray();
      lines[0] = random.nextInt(20); // Each in one of twenty articles.
      counts.learn(new EdgeLines(random.nextLong(), lines));
      for (int line = 0; line < 20; line++) {
        assertThat(counts.share(line)).isLessThan(0.2);
      }
    }
  }

  @Test
  void fewArticlesProveNothing() {
    var counts = new LineCounts(1);
    for (int article = 1; article < LineCounts.MIN_ARTICLES; article++) {
      counts.learn(new EdgeLines(article, new long[] {42}));
      assertThat(counts.share(42)).isZero();
    }
  }

  @Test
  void theyComeBackFromTheStoreAndWhatAnotherVersionWroteIsLearnedAnew() {
    var counts = new LineCounts(9);
    for (int article = 0; article < 600; article++) {
      counts.learn(new EdgeLines(article, new long[] {42, article}));
    }

    byte[] bytes = bytes(counts);
    LineCounts read = LineCounts.serde().deserializer().deserialize("t", bytes);

    assertThat(bytes(read)).isEqualTo(bytes);
    assertThat(read.share(42)).isEqualTo(counts.share(42)).isGreaterThan(0.9);
    bytes[0] = 99;
    assertThat(LineCounts.serde().deserializer().deserialize("t", bytes)).isNull();
  }

  @Test
  void oftenSentNamesOfSourcesFillNoMoreThanTheirPlaces() {
    var places = new HashSet<Bytes>();
    for (int i = 0; i < 200_000; i++) {
      places.add(FurnitureStore.place(LineFingerprint.exactly("source-" + i)));
    }

    assertThat(places).hasSizeLessThanOrEqualTo(FurnitureStore.PLACES).hasSizeGreaterThan(50_000);
  }

  @Test
  void theBusierOfTwoSourcesKeepsTheirPlace() {
    var busy = new LineCounts(1);
    for (int article = 0; article < 100; article++) {
      busy.learn(new EdgeLines(article, new long[] {42}));
    }
    for (int i = 0; i < 99; i++) {
      assertThat(busy.yields()).isFalse();
    }
    assertThat(busy.yields()).isTrue();
  }

  private static byte[] bytes(LineCounts counts) {
    return LineCounts.serde().serializer().serialize("t", counts);
  }
}
