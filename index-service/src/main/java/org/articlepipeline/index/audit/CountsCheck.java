package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** A new index has no fewer articles, of any status and any source. */
final class CountsCheck {
  private static final int VALUES = 10_000;

  private final ElasticsearchConnection elasticsearch;
  private final double drop;

  CountsCheck(ElasticsearchConnection elasticsearch, double drop) {
    this.elasticsearch = elasticsearch;
    this.drop = drop;
  }

  /**
   * @param required documents that an index must have
   */
  GateReport.Check check(String serving, String candidate, Query required) {
    List<String> summary = new ArrayList<>();
    List<String> regressions = new ArrayList<>();
    for (String field : List.of("pubStatus", "source")) {
      Map<String, Long> before = counts(serving, field, required);
      Map<String, Long> after = counts(candidate, field, required);
      summary.add(
          "%,d articles of %d values of %s, before %,d of %d"
              .formatted(sum(after), after.size(), field, sum(before), before.size()));
      before.forEach(
          (value, was) -> {
            long is = after.getOrDefault(value, 0L);
            if (is < was * (1 - drop)) {
              regressions.add(
                  "%s %s: %,d articles, before %,d (%.1f %%)"
                      .formatted(field, value, is, was, 100.0 * (is - was) / was));
            }
          });
    }
    return GateReport.Check.of("counts", String.join("; ", summary), regressions);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> counts(String index, String field, Query required) {
    Map<String, Long> counts = new TreeMap<>();
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .size(0)
                            .query(required)
                            .aggregations(
                                field, f -> f.terms(terms -> terms.field(field).size(VALUES))),
                    Void.class))
        .aggregations()
        .values()
        .stream()
        .filter(found -> found.isSterms())
        .flatMap(found -> found.sterms().buckets().array().stream())
        .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
    return counts;
  }
}
