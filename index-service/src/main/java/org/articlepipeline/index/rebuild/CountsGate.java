package org.articlepipeline.index.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** The candidate has no fewer articles than the serving index, of any status and any source. */
public final class CountsGate implements Gate {
  private static final int SOURCES = 10_000;

  private final ElasticsearchConnection elasticsearch;

  public CountsGate(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  @Override
  public Verdict check(String serving, String candidate, Map<Integer, Long> fence) {
    List<String> report = new ArrayList<>();
    boolean passed = true;
    for (String field : List.of("pubStatus", "source")) {
      Map<String, Long> before = counts(serving, field);
      Map<String, Long> after = counts(candidate, field);
      TreeSet<String> values = new TreeSet<>(before.keySet());
      values.addAll(after.keySet());
      for (String value : values) {
        long was = before.getOrDefault(value, 0L);
        long is = after.getOrDefault(value, 0L);
        passed &= is >= was;
        report.add(
            String.format(
                Locale.ROOT,
                "%s %s %s: %,d, before %,d",
                is >= was ? "ok " : "BAD",
                field,
                value,
                is,
                was));
      }
    }
    return new Verdict(passed, report);
  }

  private Map<String, Long> counts(String index, String field) {
    Map<String, Long> counts = new TreeMap<>();
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .size(0)
                            .aggregations(
                                field, f -> f.terms(terms -> terms.field(field).size(SOURCES))),
                    Void.class))
        .aggregations()
        .values()
        .forEach(
            found ->
                found
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount())));
    return counts;
  }
}
