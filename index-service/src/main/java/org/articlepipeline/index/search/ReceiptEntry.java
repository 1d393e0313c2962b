package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it was indexed.
 *
 * @param topic with partition and offset: the record that it is about
 */
public record ReceiptEntry(
    String id,
    String uri,
    @Nullable Long revision,
    @Nullable String source,
    String stage,
    String outcome,
    @Nullable String reason,
    @Nullable String message,
    Instant at,
    @Nullable Instant submittedAt,
    @Nullable Integer enrichmentRun,
    String topic,
    int partition,
    long offset,
    @Nullable Instant contentGoneAt) {

  private static final List<String> FLOW = List.of("ingest", "enrich", "index");

  /** By time; within one millisecond in the order of the flow. */
  static final Comparator<ReceiptEntry> BY_TIME =
      Comparator.comparing(ReceiptEntry::at)
          .thenComparingInt(receipt -> FLOW.indexOf(receipt.stage()))
          .thenComparingLong(ReceiptEntry::offset);

  static ReceiptEntry of(Hit<JsonNode> hit) {
    JsonNode source = ArticleSearch.source(hit);
    JsonFieldReader json = new JsonFieldReader(source);
    return new ReceiptEntry(
        String.valueOf(hit.id()),
        json.needed("uri"),
        json.number("revision"),
        json.text("source"),
        json.needed("stage"),
        json.needed("outcome"),
        json.text("reason"),
        json.text("message"),
        Instant.parse(json.needed("at")),
        json.instant("submittedAt"),
        json.integer("enrichmentRun"),
        json.needed("topic"),
        source.path("partition").asInt(),
        source.path("offset").asLong(),
        json.instant("contentGoneAt"));
  }
}
