package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;
import org.jspecify.annotations.Nullable;

/**
 * What the stages do now, by their receipts; and what they did in the last minutes.
 *
 * @param stages by name; one that wrote no receipt is not there
 * @param history oldest first
 */
public record JournalActivity(Map<String, Stage> stages, List<Step> history) {
  /** How far back rates and latencies look. */
  public static final Duration NOW = Duration.ofSeconds(60);

  /** Of the history. */
  public static final Duration STEP = Duration.ofSeconds(10);

  private static final String SEARCH =
      """
      {
        "size": 0,
        "query": {"range": {"at": {"gte": "now-15m"}}},
        "aggs": {
          "now": {
            "filter": {"range": {"at": {"gte": "now-60s"}}},
            "aggs": {
              "stages": {
                "terms": {"field": "stage", "size": 10},
                "aggs": {
                  "outcomes": {"terms": {"field": "outcome", "size": 30}},
                  "through": {
                    "filter": {
                      "bool": {
                        "filter": [
                          {"terms": {"outcome": ["ACCEPTED", "ENRICHED", "INDEXED"]}},
                          {"exists": {"field": "submittedAt"}}
                        ],
                        "must_not": {"range": {"enrichmentRun": {"gt": 0}}}
                      }
                    },
                    "aggs": {
                      "newest": {
                        "top_hits": {
                          "size": 100, "sort": [{"at": "desc"}], "_source": ["at", "submittedAt"]
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "history": {
            "date_histogram": {
              "field": "at", "fixed_interval": "10s", "min_doc_count": 0,
              "extended_bounds": {"min": "now-15m", "max": "now"}
            },
            "aggs": {"stages": {"terms": {"field": "stage", "size": 10}}}
          }
        }
      }
      """;

  /**
   * One stage in the last minute.
   *
   * @param outcomes how many receipts of each
   * @param latencies milliseconds from submission until the stage was through with it, of at most
   *     the newest hundred, in order of size
   */
  public record Stage(Map<String, Long> outcomes, List<Long> latencies) {

    public long receipts() {
      return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param share 0 to 1, such as 0.95
     */
    public @Nullable Long latency(double share) {
      return latencies.isEmpty()
          ? null
          : latencies.get((int) Math.min(latencies.size() - 1, latencies.size() * share));
    }
  }

  /** Receipts by stage in ten seconds that begin then. */
  public record Step(Instant at, Map<String, Long> receipts) {}

  /**
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public static JournalActivity read(ElasticsearchConnection elasticsearch) {
    SearchResponse<JsonNode> answer =
        elasticsearch.call(
            client ->
                client.search(
                    search ->
                        search.index(IndexNames.RECEIPTS + "-*").withJson(new StringReader(SEARCH)),
                    JsonNode.class));
    Map<String, Aggregate> found = answer.aggregations();
    Aggregate now = found.get("now");
    Aggregate history = found.get("history");
    if (now == null || history == null) {
      // There is no index yet.
      return new JournalActivity(Map.of(), List.of());
    }
    Map<String, Stage> stages = new TreeMap<>();
    terms(now.filter().aggregations(), "stages")
        .forEach(bucket -> stages.put(bucket.key().stringValue(), stage(bucket)));
    List<Step> steps =
        history.dateHistogram().buckets().array().stream()
            .map(
                bucket ->
                    new Step(
                        Instant.ofEpochMilli(bucket.key()),
                        counts(bucket.aggregations(), "stages")))
            .toList();
    return new JournalActivity(stages, steps);
  }

  private static Stage stage(StringTermsBucket bucket) {
    List<Long> latencies = new ArrayList<>();
    Aggregate through = bucket.aggregations().get("through");
    Aggregate newest = through == null ? null : through.filter().aggregations().get("newest");
    if (newest != null) {
      newest
          .topHits()
          .hits()
          .hits()
          .forEach(
              hit -> {
                JsonData source = hit.source();
                if (source != null) {
                  JsonFieldReader json = new JsonFieldReader(source.to(JsonNode.class));
                  Instant at = json.instant("at");
                  Instant submitted = json.instant("submittedAt");
                  if (at != null && submitted != null) {
                    latencies.add(Math.max(0, Duration.between(submitted, at).toMillis()));
                  }
                }
              });
    }
    return new Stage(
        counts(bucket.aggregations(), "outcomes"), latencies.stream().sorted().toList());
  }

  static Map<String, Long> counts(Map<String, Aggregate> aggregates, String name) {
    Map<String, Long> counts = new TreeMap<>();
    terms(aggregates, name)
        .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
    return counts;
  }

  static List<StringTermsBucket> terms(Map<String, Aggregate> aggregates, String name) {
    Aggregate terms = aggregates.get(name);
    return terms == null || !terms.isSterms() ? List.of() : terms.sterms().buckets().array();
  }
}
