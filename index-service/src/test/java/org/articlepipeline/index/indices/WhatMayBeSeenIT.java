package org.articlepipeline.index.indices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What ended can't be read, whatever a reader asks. (What is under embargo is held before the index
 * and never in it: EraseIT.)
 */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhatMayBeSeenIT {
  /** In each field that a withdrawn article had. */
  private static final String SECRET = "quillwort";

  private static final String ALIAS = "seen";
  private static final String EXPIRED = "urn:seen:EXPIRED";
  private static final Instant SOON = Instant.now().plusSeconds(3600);

  /** Each way to ask, by what it is; for {@code %1$s} comes the alias or the index, then a uri. */
  private static final Map<String, List<String>> WAYS =
      Map.ofEntries(
          way("by id", "GET /%1$s/_doc/%2$s"),
          way("source", "GET /%1$s/_source/%2$s"),
          way("by ids", "POST /%1$s/_mget", "{'ids': ['%2$s']}"),
          way("everything", search("'query': {'match_all': {}}")),
          way("fields", search("'fields': ['*'], '_source': true")),
          way("stored fields", search("'stored_fields': ['*']")),
          way(
              "doc values",
              search("'docvalue_fields': ['keywords', 'peopleNames', 'extra', 'entityUris']")),
          way(
              "words and highlights",
              search(
                  "'query': {'query_string': {'query': '%3$s*', 'fields': ['*']}}, 'highlight': {'require_field_match': false, 'fields': {'*': {}}}")),
          way(
              "nested hits",
              search(
                  "'query': {'nested': {'path': 'people', 'query': {'match_all': {}}, 'inner_hits': {}}}")),
          way(
              "explain",
              "POST /%1$s/_explain/%2$s",
              "{'query': {'prefix': {'body.exact': 'quill'}}}"),
          way("term vectors", "GET /%1$s/_termvectors/%2$s?fields=*&term_statistics=true"),
          way(
              "more like this",
              search(
                  "'query': {'more_like_this': {'fields': ['headline', 'body'], 'min_term_freq': 1, 'min_doc_freq': 1, 'like': [{'_index': '%1$s', '_id': '%2$s'}]}}, 'explain': true")),
          way(
              "facets",
              search(
                  "'size': 0, 'aggs': {'a': {'terms': {'field': 'keywords', 'min_doc_count': 0}}, 'b': {'terms': {'field': 'peopleNames', 'min_doc_count': 0}}, 'c': {'nested': {'path': 'people'}, 'aggs': {'d': {'terms': {'field': 'people.name', 'min_doc_count': 0}}}}, 'e': {'global': {}, 'aggs': {'f': {'top_hits': {}}}}}")),
          way(
              "words of a prefix",
              "POST /%1$s/_validate/query?rewrite=true&all_shards=true",
              "{'query': {'match_phrase_prefix': {'body.exact': 'quill'}}}"),
          way(
              "suggestions",
              search(
                  "'size': 0, 'suggest': {'text': 'quillword', 'a': {'term': {'field': 'body.exact', 'suggest_mode': 'always', 'min_word_length': 3}}, 'b': {'phrase': {'field': 'body.folded', 'confidence': 0, 'direct_generator': [{'field': 'body.folded', 'suggest_mode': 'always'}]}}, 'c': {'term': {'field': 'headline.typed', 'suggest_mode': 'always'}}}")));

  private final TestIndex index;
  private final String url;

  WhatMayBeSeenIT(EmbeddedStack stack) {
    url = stack.elasticsearch().url();
    index = new TestIndex(url, ALIAS);
  }

  @AfterAll
  void drop() {
    index.close();
  }

  @Test
  void whatEndedIsReadInNoWay() {
    for (PubStatus status : List.of(PubStatus.WITHHELD, PubStatus.CANCELED, PubStatus.ERASED)) {
      index.put(secret("urn:seen:" + status, 1).build(), Instant.now());
    }
    EnrichedArticle.Builder expiring = secret(EXPIRED, 1).setExpires(SOON);
    index.put(expiring.build(), Instant.now());
    index.refresh();
    String told = ask(requireNonNull(WAYS.get("words and highlights")), ALIAS, EXPIRED);
    assertThat(told).as("the ways do read what may be seen").contains("<em>quillwort</em>");
    String before = openPointInTime();

    for (PubStatus status : List.of(PubStatus.WITHHELD, PubStatus.CANCELED, PubStatus.ERASED)) {
      EnrichedArticle end = secret("urn:seen:" + status, 2).setPubStatus(status).build();
      index.put(end, Instant.now());
    }
    index.put(expiring.setEnrichmentRun(1).setBody(null).build(), SOON);
    index.refresh();
    // A view that was opened before is what it was, until it is closed: that can't be for long.
    assertThat(index.send("POST", "/seen/_pit?keep_alive=1h", "").statusCode()).isEqualTo(400);
    index.ok("DELETE", "/_pit", "{\"id\": \"%s\"}".formatted(before));
    awaitWordsExpunged();

    for (String uri :
        List.of("urn:seen:WITHHELD", "urn:seen:CANCELED", "urn:seen:ERASED", EXPIRED)) {
      for (String name : List.of(ALIAS, index.index())) {
        WAYS.forEach(
            (what, way) ->
                assertThat(ask(way, name, uri))
                    .as("%s of %s through %s", what, uri, name)
                    .doesNotContain(SECRET));
      }
    }
    assertThat(pointInTime(openPointInTime())).doesNotContain(SECRET);
  }

  /** Elasticsearch keeps what was replaced until it renews its leases, each half minute. */
  private void awaitWordsExpunged() {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              index.ok("POST", "/seen-1/_flush?force=true", "");
              index.ok("POST", "/seen-1/_forcemerge?only_expunge_deletes=true", "");
              return !ask(requireNonNull(WAYS.get("suggestions")), ALIAS, EXPIRED).contains(SECRET);
            });
  }

  @Test
  void whatExpiresIsHiddenInTimeThoughItsRecordIsLateAndTheViewIsOlder() {
    String uri = "urn:seen:late";
    Instant expires = Instant.now().plusMillis(1500);
    index.put(Samples.article(uri, 1).setExpires(expires).build(), Instant.now());
    index.refresh();
    String view = openPointInTime();
    assertThat(pointInTime(view)).contains(uri);

    await().atMost(Duration.ofSeconds(20)).until(() -> !pointInTime(view).contains(uri));
    assertThat(Instant.now()).isAfter(expires);
    assertThat(index.find("{\"term\": {\"uri\": \"%s\"}}".formatted(uri))).isEmpty();
    index.ok("DELETE", "/_pit", "{\"id\": \"%s\"}".formatted(view));
  }

  @Test
  void contentInABulkThatWasGivenUpForLostDoesNotComeBackAfterTheStub() {
    EnrichedArticle article = Samples.article("urn:seen:lost", 1).setExpires(SOON).build();
    assertThat(index.put(article, Instant.now())).isEqualTo(HttpStatus.CREATED);
    assertThat(index.put(article, SOON)).isEqualTo(HttpStatus.OK);
    // the first bulk again, at last
    assertThat(index.put(article, Instant.now())).isEqualTo(HttpStatus.CONFLICT);
    assertThat(index.put(article, SOON)).as("the stub once more").isEqualTo(HttpStatus.OK);
    assertThat(index.put(Samples.article("urn:seen:lost", 2).build(), Instant.now()))
        .as("a new revision")
        .isEqualTo(HttpStatus.OK);
  }

  @Test
  void stubsArePurgedAfterTheirGraceAndNothingElseIs() {
    Instant ended = Instant.parse("2020-01-01T00:00:00Z");
    Duration grace = Duration.ofDays(60);
    index.put(
        Samples.article("urn:seen:old", 2)
            .setPubStatus(PubStatus.CANCELED)
            .setIngestedAt(ended)
            .build(),
        ended);
    index.put(
        Samples.article("urn:seen:young", 2)
            .setPubStatus(PubStatus.CANCELED)
            .setIngestedAt(ended.plusMillis(1))
            .build(),
        ended);
    index.put(Samples.article("urn:seen:visible", 1).build(), ended);
    index.refresh();
    Map<String, String> settings =
        Map.of(
            "articles.kafka.bootstrap-servers", "none:1",
            "articles.registry.url", "http://none",
            "articles.elasticsearch.url", url);
    try (ElasticsearchConnection elasticsearch =
        ElasticsearchConnection.open(
            Configs.load(org.articlepipeline.index.IndexConfig.class, null, Map.of(), settings)
                .elasticsearch())) {
      StubPurge purge = new StubPurge(elasticsearch, index.index(), grace);
      assertThat(purge.purge(ended.plus(grace).minusMillis(1))).isZero();
      assertThat(purge.purge(ended.plus(grace))).isEqualTo(1);
    }
    assertThat(status("urn:seen:old")).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(status("urn:seen:young")).isEqualTo(HttpStatus.OK);
    assertThat(status("urn:seen:visible")).isEqualTo(HttpStatus.OK);
  }

  private int status(String uri) {
    return index.send("GET", "/seen-1/_doc/" + uri, "").statusCode();
  }

  private static EnrichedArticle.Builder secret(String uri, long revision) {
    return Samples.article(uri, revision)
        .setLanguage("de")
        .setHeadline("A " + SECRET)
        .setBody("Rare " + SECRET + " grows in the river.")
        .setKeywords(List.of(SECRET))
        .setExtra(Map.of("desk", SECRET))
        .setPeople(
            List.of(NamedEntity.newBuilder().setName(SECRET).setUri("urn:" + SECRET).build()));
  }

  private String openPointInTime() {
    return index.ok("POST", "/seen/_pit?keep_alive=1m", "").path("id").asText();
  }

  private String pointInTime(String id) {
    JsonNode answer =
        index.ok("POST", "/_search", "{\"size\": 100, \"pit\": {\"id\": \"%s\"}}".formatted(id));
    return answer.at("/hits/hits").toString();
  }

  /** What is answered, an error too. */
  private String ask(List<String> way, String name, String uri) {
    String[] line = way.getFirst().formatted(name, uri, SECRET).split(" ", 2);
    String body =
        way.size() < 2 ? "" : way.getLast().formatted(name, uri, "quill").replace('\'', '"');
    return index.send(line[0], line[1], body).body();
  }

  private static String[] search(String body) {
    return new String[] {"POST /%1$s/_search", "{" + body + "}"};
  }

  private static Map.Entry<String, List<String>> way(String what, String... request) {
    return Map.entry(what, List.of(request));
  }
}
