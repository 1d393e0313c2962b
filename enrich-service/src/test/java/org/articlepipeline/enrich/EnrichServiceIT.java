package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker and a real registry. */
class EnrichServiceIT extends OnStack {
  private static final String BODY =
      "Then Nadia Brook left Northgate, and nobody knew why she had gone.";

  @TempDir static Path state;

  EnrichServiceIT(EmbeddedStack servers) {
    super(servers);
  }

  @Test
  void whatIsKnownIsFoundAndKnownAgainAfterARestart() throws Exception {
    try (EnrichService service = stack.service(state)) {
      stack.send(Topics.ENTITIES, "p:brook", person("p:brook", "Nadia Brook"));
      stack.send(Topics.ENTITIES, "l:gate", Samples.place("l:gate", "Northgate"));
      stack.sendBytes(Topics.ENTITIES, "p:bad", "nonsense".getBytes(UTF_8));
      await().until(() -> get(service, "/metrics"), EnrichServiceIT::knowsTwoAndSkippedOne);

      stack.send(Topics.ACCEPTED, "urn:it:1", article("urn:it:1", 1).setBody(BODY).build());
      stack.sendBytes(Topics.ACCEPTED, "urn:it:bad", "nonsense".getBytes(UTF_8));

      EnrichedArticle article = enriched("urn:it:1", 1);
      assertThat(names(article.getPeople())).containsExactly("Nadia Brook");
      assertThat(names(article.getPlaces())).containsExactly("Northgate");
      assertThat(article.getLanguage()).isEqualTo("en");
      assertThat(receipts("urn:it:1", 1)).containsExactly("ENRICHED");
      assertThat(receipts("urn:it:bad", 1)).containsExactly("NOT_AVRO");
      assertThat(deadLetter("urn:it:bad").getValue()).isEqualTo(UTF_8.encode("nonsense"));
    }
    // While nobody looks, one entity gets another name and one goes.
    stack.send(Topics.ENTITIES, "p:brook", person("p:brook", "Nadia Brook-Lane", "Nadia Brook"));
    stack.send(Topics.ENTITIES, "p:lane", person("p:lane", "Nadia Brook"));
    stack.send(Topics.ENTITIES, "l:gate", null);
    try (EnrichService again = stack.service(state)) {
      assertThat(enriched("urn:it:1", 2).getPeople())
          .as("what changed while nobody looked")
          .extracting(NamedEntity::getUri)
          .containsExactly("p:lane");
      stack.send(Topics.ACCEPTED, "urn:it:1", article("urn:it:1", 2).setBody(BODY).build());

      EnrichedArticle article = enriched("urn:it:1", 3);
      assertThat(article.getPeople()).extracting(NamedEntity::getUri).containsExactly("p:lane");
      assertThat(article.getPlaces()).extracting(NamedEntity::getUri).doesNotContain("l:gate");
      assertThat(receipts("urn:it:1", 3)).containsExactly("ENRICHED", "ENRICHED", "ENRICHED");
      assertThat(again.health().ready()).isTrue();
    }
  }

  private static boolean knowsTwoAndSkippedOne(String metrics) {
    return metrics.contains("articles_enrich_entities{service=\"enrich-service\"} 2.0")
        && metrics.contains(
            "articles_enrich_entities_unreadable_total{service=\"enrich-service\"} 1.0");
  }

  private EnrichedArticle enriched(String uri, int count) {
    return stack.await(Topics.ENRICHED, uri, count).getLast();
  }

  /** The reason where there is one, else the outcome. */
  private List<String> receipts(String uri, int count) {
    return stack.await(Topics.RECEIPTS, uri, count).stream()
        .map((Receipt r) -> r.getReason() == null ? r.getOutcome() : r.getReason())
        .toList();
  }

  private DeadLetter deadLetter(String uri) {
    return stack.await(Topics.DEAD_LETTERS, uri, 1).getFirst();
  }

  private static List<String> names(List<NamedEntity> entities) {
    return entities.stream().map(NamedEntity::getName).toList();
  }

  private static String get(EnrichService service, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = service.httpUrl().resolve(path);
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
