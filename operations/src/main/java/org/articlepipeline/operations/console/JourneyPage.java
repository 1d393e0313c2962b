package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.index.search.ReceiptEntry;

/** What became of an article, found by its uri or by words of it. */
final class JourneyPage {
  private static final int HITS = 20;

  private final Site site;

  JourneyPage(Site site) {
    this.site = site;
  }

  /**
   * What the page shows.
   *
   * @param asked uri or words; empty before anybody asked
   * @param steps of the article, when it was a uri
   * @param hits articles to choose from, when it was words
   */
  record Model(Frame frame, String asked, List<Step> steps, List<Hit> hits) {}

  /**
   * A receipt.
   *
   * @param since how long after the one before
   */
  record Step(ReceiptEntry receipt, String since) {
    /** For the colour, and read out besides. */
    String level() {
      return switch (receipt.outcome()) {
        case "REJECTED" -> "bad";
        case "INDEXED", "ACCEPTED", "ENRICHED", "RELEASED" -> "ok";
        default -> "busy";
      };
    }
  }

  /** An article to choose. */
  record Hit(String uri, String headline, String facts) {}

  Reply show(Exchange exchange) {
    Fields query = exchange.query();
    String asked = query.isSet("uri") ? query.text("uri") : query.text("q");
    if (asked.isEmpty()) {
      return site.page(
          "journey", new Model(site.frame(exchange, "Journeys"), "", List.of(), List.of()));
    }
    Backend backend = site.backend();
    var questions = new Questions();
    var askedJourney =
        questions.ask(
            "Elasticsearch", () -> new JournalQueries(backend.elasticsearch()).journey(asked));
    var askedHits = questions.ask("Elasticsearch", () -> hits(backend, asked));
    Answer<List<ReceiptEntry>> journey = askedJourney.answer();
    boolean isUri = !journey.or(List.of()).isEmpty();
    Answer<List<Hit>> hits = isUri ? Answer.of(List.of()) : askedHits.answer();
    return site.page(
        "journey",
        new Model(
            site.frame(exchange, isUri ? "Journey" : "Journeys", journey, hits),
            asked,
            steps(journey.or(List.of())),
            hits.or(List.of())));
  }

  /** Also of what readers don't see. */
  private static List<Hit> hits(Backend backend, String words) {
    return new ArticleSearch(backend.elasticsearch(), IndexNames.ARTICLES_ALL)
        .search(words, 0, HITS).hits().stream()
            .map(
                hit -> {
                  JsonNode document = hit.document();
                  return new Hit(
                      hit.uri(),
                      document.path("headline").asText("(no headline)"),
                      document.path("source").asText()
                          + " · "
                          + document.path("datePublished").asText("no date"));
                })
            .toList();
  }

  private static List<Step> steps(List<ReceiptEntry> receipts) {
    List<Step> steps = new ArrayList<>();
    Instant before = null;
    for (ReceiptEntry receipt : receipts) {
      String since =
          before == null
              ? ""
              : "+" + Show.millis(Math.max(0, Duration.between(before, receipt.at()).toMillis()));
      steps.add(new Step(receipt, since));
      before = receipt.at();
    }
    return steps;
  }
}
