package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.index.search.DeadLetterEntry;
import org.articlepipeline.index.search.ReceiptEntry;
import org.articlepipeline.operations.cluster.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles, names and messages of anybody stay text, wherever a page shows them. */
class HostileTextTest {
  private static final Templates TEMPLATES = new Templates();

  /** The same text in each place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "</textarea></pre></code><svg onload=alert(1)>",
        "javascript:alert(1)",
        "${7*7}@if(true)!{var a = 1;}",
        "\u2028--><!--"
      })
  void staysText(String text) {
    var frame =
        new Frame(text, new Session("i", text, text, Instant.MAX), true, "/", List.of(text));
    ObjectNode article = Json.MAPPER.createObjectNode();
    for (String field :
        List.of(
            "uri", "headline", "subheadline", "byline", "body", "url", "clusterUri", "source")) {
      article.put(field, text);
    }
    var query = new Searches.Shown(text, text);
    var found =
        new Found(
            article,
            Found.pieces("<em>" + text + "</em>"),
            List.of(Found.pieces(text + "<em>" + text + "</em>")),
            2);
    check(
        text,
        "article",
        new SearchPages.Article(
            frame,
            article,
            List.of(new SearchPages.Named("people", text, text)),
            List.of(found),
            List.of(query)));
    check(
        text,
        "listing",
        new SearchPages.Listing(
            frame,
            text,
            text,
            List.of(found),
            text,
            List.of(found),
            List.of(new Searches.Bucket(text, 1)),
            List.of(query)));
    var form = new SearchForm(new Fields(Map.of("q", List.of(text), "person", List.of(text))));
    check(
        text,
        "search",
        new SearchPages.Results(
            frame,
            form,
            new SearchPages.Hits(
                30,
                1,
                false,
                List.of(found),
                List.of(
                    new SearchPages.FacetView(
                        SearchForm.FACETS.getFirst(), "", List.of(new Searches.Bucket(text, 1))),
                    new SearchPages.FacetView(
                        SearchForm.FACETS.getLast(), text, List.of(new Searches.Bucket(text, 1))))),
            List.of(query)));
    check(
        text,
        "journey",
        new JourneyPage.Model(
            frame,
            text,
            List.of(new JourneyPage.Step(receipt(text), text)),
            List.of(new JourneyPage.Hit(text, text, text))));
    check(
        text,
        "deadletter",
        new DeadLetterPages.One(
            frame,
            text,
            Map.of("uri", text, "message", text, "reason", text),
            Map.of(text, text),
            text,
            text,
            true));
    check(
        text,
        "deadletterlist",
        new DeadLetterPages.Listed(
            frame,
            new Fields(Map.of("reason", List.of(text))),
            1,
            List.of(new DeadLetterPages.Row(letter(text), true)),
            false,
            "/dead-letters/list?after=1"));
    check(text, "problem", new ProblemPage(frame, text));
    check(text, "signin", new SignInPage.Model(frame, text, text));
  }

  private static void check(String text, String template, Object model) {
    Document page = Jsoup.parse(new String(TEMPLATES.render(200, template, model).body(), UTF_8));
    assertThat(page.select("script"))
        .as(template)
        .allSatisfy(
            script -> {
              assertThat(script.attr("src")).startsWith("/assets/");
              assertThat(script.data()).isEmpty();
            });
    assertThat(page.select("img, svg, iframe, object, style, base")).as(template).isEmpty();
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey()).as(template).doesNotStartWith("on");
                if (Set.of("href", "action", "src").contains(attribute.getKey())) {
                  assertThat(attribute.getValue()).as(template).matches("(?s)#main|/|/[^/].*");
                }
              });
    }
    assertThat(page.select("h1"))
        .as(template)
        .singleElement()
        .extracting(Element::wholeText)
        .isEqualTo(text);
  }

  private static ReceiptEntry receipt(String text) {
    return new ReceiptEntry(
        text, text, 1L, text, text, text, text, text, Instant.EPOCH, null, 1, text, 0, 0, null);
  }

  private static DeadLetterEntry letter(String text) {
    return new DeadLetterEntry(
        text,
        text,
        text,
        text,
        text,
        text,
        1L,
        Instant.EPOCH,
        text,
        0,
        0,
        Instant.EPOCH,
        text,
        null,
        1L,
        List.of(),
        1,
        1);
  }
}
