package org.articlepipeline.ingest.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlDecoderTest {

  private static final String TEXT =
      "<h1>Z\u00FCge fahren wieder</h1><p>Die Z\u00FCge fahren wieder, sagte die Bahn.</p>";

  @ParameterizedTest
  @CsvSource({
    "windows-1252, <meta charset=windows-1252>",
    "iso-8859-1, '<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">'",
    "UTF-8, <meta charset=utf-8>",
    "UTF-8, <meta charset=windows-1252-or-so>",
    "UTF-8, <meta charset=windows-1252>",
    "UTF-8, <p>",
  })
  void theMetaCharsetIsBelievedWhenNobodySaysOtherwise(String charset, String head) {
    byte[] body = (head + TEXT).getBytes(Charset.forName(charset));

    assertThat(article(html("").setBody(ByteBuffer.wrap(body))).getBody())
        .isEqualTo("Die Züge fahren wieder, sagte die Bahn.");
  }

  @Test
  void theSubmissionsCharsetWinsOverThePages() {
    byte[] body = ("<meta charset=windows-1252>" + TEXT).getBytes(UTF_8);

    assertThat(article(html("").setBody(ByteBuffer.wrap(body)).setCharset("utf-8")).getHeadline())
        .isEqualTo("Züge fahren wieder");
  }

  @Test
  void whatTheSubmissionStatesWinsOverThePage() {
    String page =
        """
        <html lang="fr"><link rel="canonical" href="https://a.example/1"><meta name="copyright" content="A">
        <meta name="author" content="Ann Lee"><meta property="og:image" content="https://a.example/i.jpg">
        <p>A text, and nothing else.</p>""";

    Article stated =
        article(
            html(page)
                .setLanguage("en")
                .setCanonicalUrl("https://b.example/")
                .setRights("B")
                .setByline("By Bo Chan")
                .setImages(List.of()));

    assertThat(stated.getLanguage()).isEqualTo("en");
    assertThat(stated.getCanonicalUrl()).isEqualTo("https://b.example/");
    assertThat(stated.getRights()).isEqualTo("B");
    assertThat(stated.getAuthors()).containsExactly("Bo Chan");
    assertThat(stated.getImages()).isEmpty();
    assertThat(article(html(page)).getRights()).isEqualTo("A");
  }

  @Test
  void addressesAreResolvedAgainstTheUrlOfThePage() {
    String page = "<link rel=canonical href='/story'><p>A text, and nothing else.</p>";

    assertThat(article(html(page).setUrl("https://a.example/x?y")).getCanonicalUrl())
        .isEqualTo("https://a.example/story");
    assertThat(article(html(page)).getCanonicalUrl()).isNull();
  }

  @Test
  void removalsAreBoundedInNumberAndInSize() {
    String furniture = "<div class=share>" + "Tell everybody about it. ".repeat(40) + "</div>";
    String text = "<p>A sentence of the article, and one more of it.</p>";

    List<Removal> removals =
        article(html("<h1>T</h1>" + text.repeat(3000) + furniture.repeat(300))).getRemovals();

    assertThat(removals).hasSizeBetween(50, PageRemovals.MAX + 10);
    assertThat(removals).allMatch(r -> r.getText().length() <= PageRemovals.MAX_LENGTH);
    assertThat(removals).anyMatch(r -> r.getRule().equals("furniture-name"));
  }

  private static ArticleSubmission.Builder html(String page) {
    return usable("urn:test:1", 1, page).setFormat(Format.HTML);
  }

  private static Article article(ArticleSubmission.Builder submission) {
    return Submissions.ingest(submission.build()).article();
  }
}
