package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page takes long, overflows the stack or escapes as an exception. */
class HtmlPathologicalInputTest {

  private static final String TEXT = "<p>One sentence, and it is long enough to be read.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<table><tr><td>",
        "<h2>Related</h2>",
        "<div><h2><a>b</a></h2></div>",
        "<p class=lead>A lead, it says.</p>",
        "<i itemprop=author>b</i>",
        "<script></script>",
        "x. ",
      })
  void aMegabyteOfItIsRead(String unit) {
    ingest(unit, 1_000_000, Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<h2>Related</h2>"})
  void theLargestPageThatIsTakenIsToo(String unit) {
    ingest(unit, 5_000_000, Duration.ofSeconds(30));
  }

  private static void ingest(String unit, int bytes, Duration limit) {
    String page = TEXT + unit.repeat((bytes - 100) / unit.getBytes(UTF_8).length);

    Assertions.assertTimeout(limit, () -> ingest(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<span>", "<blockquote>", "<b>", "<a>"})
  void aHundredThousandNestedTagsKeepTheirText(String tag) {
    assertThat(ingest(tag.repeat(100_000) + TEXT.repeat(9)))
        .isInstanceOfSatisfying(
            Ingested.Accepted.class,
            a -> assertThat(a.article().getBody()).contains("it is long enough to be read."));
  }

  @Test
  void aMegabyteWithoutASpaceIsRead() {
    assertThat(ingest("<p>" + "x".repeat(1 << 20))).isInstanceOf(Ingested.Accepted.class);
    assertThat(ingest(TEXT + "<div class='" + "x".repeat(1 << 20) + "'>a, b"))
        .isInstanceOf(Ingested.Accepted.class);
  }

  @Test
  void deepOrBrokenJsonLdIsSkipped() {
    for (String json :
        new String[] {"[".repeat(200_000), "{\"@graph\":[{", "null", "", "[[[1]]]"}) {
      assertThat(ingest("<script type=application/ld+json>" + json + "</script>" + TEXT))
          .isInstanceOf(Ingested.Accepted.class);
    }
  }

  @Test
  void aPageWithoutTextIsRefusedWithTheReason() {
    assertThat(ingest("<html><body><img src=a><script>x</script></body></html>"))
        .isInstanceOfSatisfying(
            Ingested.Rejected.class,
            r -> assertThat(r.rejection().reason()).isEqualTo(Reason.EMPTY_BODY));
  }

  private static Ingested ingest(String html) {
    return new Ingestion()
        .ingest(usable("urn:test:1", 1, html).setFormat(Format.HTML).build(), NOW);
  }
}
