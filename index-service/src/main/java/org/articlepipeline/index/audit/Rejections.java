package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Topics;

/** Tells findings apart that are known: Elasticsearch refused the record, a dead letter says so. */
record Rejections(ElasticsearchConnection elasticsearch) {
  private static final int PAGE = 500;

  /** Of one article there are as many as it had bad revisions. */
  private static final int MOST = 10_000;

  private record Place(int partition, long offset) {}

  List<Finding> tell(List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    for (int from = 0; from < findings.size(); from += PAGE) {
      List<Finding> page = findings.subList(from, Math.min(findings.size(), from + PAGE));
      Set<Place> rejected = rejected(page.stream().map(Finding::uri).toList());
      page.forEach(f -> told.add(isIn(rejected, f) ? f.as(Finding.Kind.REJECTED) : f));
    }
    return List.copyOf(told);
  }

  /** By its place in the log, so that an older revision's dead letter excuses nothing. */
  private static boolean isIn(Set<Place> rejected, Finding finding) {
    Expected expected = finding.expected();
    return expected != null
        && (finding.kind() == Finding.Kind.MISSING || finding.kind() == Finding.Kind.STALE)
        && rejected.contains(new Place(expected.partition(), expected.offset()));
  }

  private Set<Place> rejected(List<String> uris) {
    Query ofThem =
        Query.of(
            query ->
                query.bool(
                    bool ->
                        bool.filter(term("reason", Reason.INDEX_REJECTED.name()))
                            .filter(term("topic", Topics.ENRICHED.name()))
                            .filter(
                                filter ->
                                    filter.terms(
                                        terms ->
                                            terms
                                                .field("uri")
                                                .terms(
                                                    values ->
                                                        values.value(
                                                            uris.stream()
                                                                .map(FieldValue::of)
                                                                .toList()))))));
    Set<Place> places = new HashSet<>();
    for (Hit<JsonNode> hit :
        elasticsearch
            .call(
                client ->
                    client.search(
                        search ->
                            search
                                .index(IndexNames.DEAD_LETTERS + "-*")
                                .size(MOST)
                                .query(ofThem)
                                .source(
                                    source ->
                                        source.filter(
                                            fields -> fields.includes("partition", "offset"))),
                        JsonNode.class))
            .hits()
            .hits()) {
      JsonNode letter = Objects.requireNonNull(hit.source(), "source");
      places.add(new Place(letter.path("partition").asInt(), letter.path("offset").asLong()));
    }
    return places;
  }

  private static Query term(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }
}
