package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** Of a new index's usable articles, no smaller share has a field. */
final class CoverageCheck {
  private static final Query USABLE =
      Query.of(query -> query.term(term -> term.field("pubStatus").value("USABLE")));

  private final ElasticsearchConnection elasticsearch;
  private final double drop;

  CoverageCheck(ElasticsearchConnection elasticsearch, double drop) {
    this.elasticsearch = elasticsearch;
    this.drop = drop;
  }

  private record Regression(double by, String text) {}

  /**
   * @param fields of the serving index, by path, with their types
   */
  GateReport.Check check(String serving, String candidate, Map<String, String> fields) {
    Map<String, Query> searched = new HashMap<>();
    fields.forEach(
        (path, type) -> {
          if (!path.contains(".") && !ArticleDocument.AUDIT_FIELDS.contains(path)) {
            searched.put(path, has(path, type));
          }
        });
    Map<String, Double> before = shares(serving, searched);
    Map<String, Double> after = shares(candidate, searched);
    List<Regression> regressions = new ArrayList<>();
    before.forEach(
        (path, was) -> {
          double is = after.getOrDefault(path, 0.0);
          if (is < was - drop) {
            regressions.add(
                new Regression(
                    was - is,
                    "%s: %.1f %% of the articles have it, before %.1f %%"
                        .formatted(path, 100 * is, 100 * was)));
          }
        });
    return GateReport.Check.of(
        "coverage",
        "%d fields; a share may drop by %.1f points".formatted(searched.size(), 100 * drop),
        regressions.stream()
            .sorted(Comparator.comparingDouble(Regression::by).reversed())
            .map(Regression::text)
            .toList());
  }

  private static Query has(String path, String type) {
    return type.equals("nested")
        ? Query.of(
            query -> query.nested(nested -> nested.path(path).ignoreUnmapped(true).query(all())))
        : Query.of(query -> query.exists(exists -> exists.field(path)));
  }

  private static Query all() {
    return Query.of(query -> query.matchAll(all -> all));
  }

  private Map<String, Double> shares(String index, Map<String, Query> fields) {
    SearchResponse<Void> answer =
        elasticsearch.call(
            client ->
                client.search(
                    search -> {
                      fields.forEach(
                          (path, has) -> search.aggregations(path, field -> field.filter(has)));
                      return search
                          .index(index)
                          .size(0)
                          .query(USABLE)
                          .trackTotalHits(total -> total.enabled(true));
                    },
                    Void.class));
    TotalHits total = answer.hits().total();
    long all = total == null ? 0 : total.value();
    Map<String, Double> shares = new HashMap<>();
    answer
        .aggregations()
        .forEach(
            (path, found) ->
                shares.put(path, all == 0 ? 0.0 : (double) found.filter().docCount() / all));
    return shares;
  }
}
