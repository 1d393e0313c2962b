package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of what hurts most takes a moment, not hours: every step is linear. */
class PathologicalInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "\u2018s",
        "a\u2018",
        "a ",
        "|",
        "a|",
        "\n",
        "Go to Top\n",
        "By Ann ",
        "By Ann, ",
        "share ",
        "2022-08-05T17:53:29+00:00",
        "August 5, 2022",
        "August 5, 2022|News|\n",
        "\u0316\u0301",
        "1",
        "\u200B",
        "word word\n",
        "Related articles\nA story\n",
        "About the author\n",
        "facebooktwitter",
        "Home > ",
        "Photo: A/",
        "sign up for our ",
        "\u200D",
        "Published on ",
        "12.03.2024 ",
        "\u1100\u1161\u11A8",
      })
  void isLinear(String unit) {
    ingest(unit, 1, Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "word word\n", "By Ann, "})
  void theLargestBodyThatIsTakenIsToo(String unit) {
    ingest(unit, 5, Duration.ofSeconds(20));
  }

  private static void ingest(String unit, int mebibytes, Duration limit) {
    String body = unit.repeat((mebibytes << 20) / unit.getBytes(UTF_8).length);
    var submission = usable("urn:test:1", 1, body).build();
    var ingestion = new Ingestion();

    Assertions.assertTimeout(limit, () -> ingestion.ingest(submission, NOW));
  }
}
