package org.articlepipeline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receipts and dead letters as they were indexed, which is some seconds after they were written.
 * All methods throw {@link ElasticsearchException} when Elasticsearch does not answer or refuses.
 */
public final class JournalQueries {
  private static final int MAX_RECEIPTS = 1_000;

  private final ElasticsearchConnection elasticsearch;

  public JournalQueries(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * Which dead letters to list; null takes any.
   *
   * @param reason a {@code Reason}'s code
   * @param stage ingest, enrich or index
   */
  public record Filter(@Nullable String reason, @Nullable String stage, @Nullable String uri) {
    public static final Filter ALL = new Filter(null, null, null);
  }

  /**
   * One page.
   *
   * @param total of all pages
   */
  public record Page(long total, List<DeadLetterEntry> entries) {}

  /** The newest 1,000 receipts of an article, oldest first. */
  public List<ReceiptEntry> journey(String uri) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    body.put("size", MAX_RECEIPTS);
    body.putObject("query").putObject("term").put("uri", uri);
    body.putArray("sort").addObject().put("at", "desc");
    List<ReceiptEntry> newestFirst = new ArrayList<>();
    search(IndexNames.RECEIPTS, body)
        .path("hits")
        .forEach(hit -> newestFirst.add(ReceiptEntry.of(hit)));
    return newestFirst.stream().sorted(ReceiptEntry.BY_TIME).toList();
  }

  /** Newest first. */
  public Page deadLetters(Filter filter, int from, int size) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    body.put("from", from).put("size", size).put("track_total_hits", true);
    ArrayNode terms = body.putObject("query").putObject("bool").putArray("filter");
    term(terms, "reason", filter.reason());
    term(terms, "stage", filter.stage());
    term(terms, "uri", filter.uri());
    body.putArray("sort").addObject().put("at", "desc");
    body.putObject("_source").putArray("excludes").add("value");
    JsonNode hits = search(IndexNames.DEAD_LETTERS, body);
    List<DeadLetterEntry> entries = new ArrayList<>();
    hits.path("hits").forEach(hit -> entries.add(DeadLetterEntry.of(hit)));
    return new Page(hits.path("total").path("value").asLong(), List.copyOf(entries));
  }

  /** One with its value, by the id of an entry. */
  public Optional<DeadLetterEntry> deadLetter(String id) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    body.putObject("query").putObject("ids").putArray("values").add(id);
    return Optional.of(search(IndexNames.DEAD_LETTERS, body).path("hits").path(0))
        .filter(JsonNode::isObject)
        .map(DeadLetterEntry::of);
  }

  /** No index at all is no error: nothing was journaled yet. */
  private JsonNode search(String prefix, ObjectNode body) {
    return elasticsearch.call("POST", "/" + prefix + "-*/_search", body).path("hits");
  }

  private static void term(ArrayNode terms, String field, @Nullable String value) {
    if (value != null) {
      terms.addObject().putObject("term").put(field, value);
    }
  }
}
