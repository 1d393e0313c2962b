package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.ingest.html.Headlines;
import org.articlepipeline.ingest.html.HtmlPage;
import org.articlepipeline.ingest.html.HtmlParser;
import org.articlepipeline.ingest.html.PageEvidence;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  private static final String FIRST = "The mill stood still for a year, and nobody knew why.";
  private static final String TEXT =
      "<p>%s</p>".formatted(FIRST)
          + "<p>In May its owner found a letter behind the wheel, dated 1911 and never opened.</p>"
          + "<p>It was an invoice, he said, and it had been paid long ago by somebody else.</p>"
          + "<p>The wheel turns again, though slowly, and on Sundays one may watch it do so.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=author-box><p>Ann Lee writes about mills, and about what is in them.</p></div>",
        "<div class='c-teaser'><p>A lock is repaired, at last.</p><a href=x>More</a></div>",
        "<div class=wp-block-recirculation-box><p>Other people read this, too.</p></div>",
        "<div><img src=a>The mill in winter.</div>",
        "<p>The mill in winter, when it stood still. Photo: Jane Doe</p>",
        "<p><span class=photo-credit>Jane Doe, of the mill</span></p>",
        "<div style='display: none'><p>Words for machines, and for nobody else.</p></div>",
        "<div role=dialog><p>May we ask you something, dear reader?</p></div>",
        "<p>Did you like this article? Tell us.</p>",
        "<p>Lesen Sie auch: Die andere M\u00FChle</p>",
        "<h3>Related stories</h3><ul><li><a href=a>Another mill</a></li></ul>",
      })
  void furnitureIsTakenOutAndKeptAsARemoval(String furniture) {
    HtmlPage page = read("<h1>The mill</h1><article>" + TEXT + furniture + "</article>");

    assertThat(page.paragraphs()).hasSize(4).first().isEqualTo(FIRST);
    assertThat(page.removals()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=teaser>A letter behind a wheel, and what became of those who wrote it.</p>",
        "<p>A letter behind a wheel, and what became of those who wrote it, long ago.</p>",
      })
  void theLeadBetweenHeadlineAndTextStays(String lead) {
    HtmlPage page = read("<h1>The mill</h1>" + lead + "<article>" + TEXT.repeat(3) + "</article>");

    assertThat(page.paragraphs()).first().asString().startsWith("A letter behind a wheel");
  }

  @Test
  void whatHoldsTheHeadlineIsNoFurniture() {
    HtmlPage page =
        read(
            "<div class=sidebar><h1>The mill</h1><p class=lead>%s</p></div><div>%s</div>"
                .formatted(
                    "A letter behind a wheel, and what became of those who wrote it.", TEXT));

    assertThat(page.paragraphs()).hasSize(5);
  }

  @Test
  void hiddenTextDoesNotMakeAShortArticleLookSmall() {
    String consent = "<p>We and our partners store things on your device, and read them.</p>";

    HtmlPage page =
        read(
            "<h1>The mill</h1><div class=section>%s</div>".formatted(TEXT)
                + ("<div hidden>" + consent.repeat(3) + "</div>").repeat(6));

    assertThat(page.paragraphs()).hasSize(4);
  }

  @Test
  void aPageThatIsHiddenUntilScriptsRunIsReadAnyway() {
    assertThat(read("<div class=hidden><h1>The mill</h1>" + TEXT + "</div>").paragraphs())
        .hasSize(4);
  }

  private static HtmlPage read(String body) {
    Document document = HtmlParser.parse("<title>The mill</title>" + body);
    return HtmlPage.read(document, new Headlines(new PageEvidence(document)));
  }
}
