package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it was indexed.
 *
 * @param id its own topic, partition and offset: {@code articles.dead-letters-3-17}
 * @param topic with partition, offset and timestamp: the failed record's
 * @param key as text, at most 4 KiB
 * @param value Base64 of at most the first 64 KiB; null in lists
 * @param valueBytes of the whole value
 */
public record DeadLetterEntry(
    String id,
    String stage,
    String reason,
    String message,
    @Nullable String field,
    @Nullable String uri,
    @Nullable Long revision,
    Instant at,
    String topic,
    int partition,
    long offset,
    @Nullable Instant timestamp,
    @Nullable String key,
    @Nullable String value,
    @Nullable Long valueBytes,
    List<Header> headers,
    @Nullable Integer schemaId,
    int attempts) {

  /** A header of the failed record, its value as text. */
  public record Header(String key, @Nullable String value) {}

  static DeadLetterEntry of(Hit<JsonNode> hit) {
    JsonNode source = ArticleSearch.source(hit);
    JsonFieldReader json = new JsonFieldReader(source);
    List<Header> headers = new ArrayList<>();
    source
        .path("headers")
        .forEach(
            header ->
                headers.add(
                    new Header(
                        header.path("key").asText(), new JsonFieldReader(header).text("value"))));
    return new DeadLetterEntry(
        String.valueOf(hit.id()),
        json.needed("stage"),
        json.needed("reason"),
        json.needed("message"),
        json.text("field"),
        json.text("uri"),
        json.number("revision"),
        Instant.parse(json.needed("at")),
        json.needed("topic"),
        source.path("partition").asInt(),
        source.path("offset").asLong(),
        json.instant("timestamp"),
        json.text("key"),
        json.text("value"),
        json.number("valueBytes"),
        List.copyOf(headers),
        json.integer("schemaId"),
        source.path("attempts").asInt());
  }
}
