package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.search.ArticleQuery;

/** What readers find first in a new index is as good as in the serving one. */
final class GoldenCheck {
  private static final int EXAMPLES = 5;

  private final ElasticsearchConnection elasticsearch;
  private final GateConfig limits;

  GoldenCheck(ElasticsearchConnection elasticsearch, GateConfig limits) {
    this.elasticsearch = elasticsearch;
    this.limits = limits;
  }

  private record Result(GoldenQuery query, double overlap, double before, double after) {
    String text() {
      return "\"%s\": %.0f %% of the first ten are as good, NDCG@10 %.2f, before %.2f"
          .formatted(query.words(), 100 * overlap, after, before);
    }
  }

  GateReport.Check check(String name, List<GoldenQuery> queries, String serving, String candidate) {
    List<Result> results = new ArrayList<>();
    for (GoldenQuery query : queries) {
      Map<String, Double> before = hits(serving, ArticleQuery.fullText(query.words()));
      if (!before.isEmpty()) {
        results.add(compare(query, before, serving, candidate));
      }
    }
    if (results.isEmpty()) {
      return GateReport.Check.of(name, "no query finds anything in the serving index", List.of());
    }
    double overlap = mean(results, Result::overlap);
    double before = mean(results, Result::before);
    double after = mean(results, Result::after);
    boolean passed = overlap >= limits.overlap() && after >= before - limits.ndcgDrop();
    return GateReport.Check.of(
        name,
        "%d queries, %.0f %% of the first ten are as good (at least %.0f), NDCG@10 %.3f, before %.3f (it may drop by %.2f)"
            .formatted(
                results.size(),
                100 * overlap,
                100 * limits.overlap(),
                after,
                before,
                limits.ndcgDrop()),
        passed
            ? List.of()
            : results.stream()
                .sorted(
                    Comparator.comparingDouble((Result r) -> r.after() - r.before())
                        .thenComparingDouble(Result::overlap))
                .limit(EXAMPLES)
                .map(Result::text)
                .toList());
  }

  private Result compare(
      GoldenQuery query, Map<String, Double> before, String serving, String candidate) {
    Query words = ArticleQuery.fullText(query.words());
    List<String> ranked = List.copyOf(hits(candidate, words).keySet());
    Map<String, Double> worth = new HashMap<>(hits(serving, among(words, ranked)));
    worth.putAll(before);
    List<Double> old = List.copyOf(before.values());
    double overlap = Ranking.overlap(ranked, worth, old);
    if (query.uris().isEmpty()) {
      return new Result(query, overlap, 1, Ranking.ndcg(ranked, worth, old));
    }
    Map<String, Double> judged = new LinkedHashMap<>();
    int left = query.uris().size();
    for (String uri : query.uris()) {
      judged.put(uri, (double) left--);
    }
    List<Double> best = List.copyOf(judged.values());
    return new Result(
        query,
        overlap,
        Ranking.ndcg(List.copyOf(before.keySet()), judged, best),
        Ranking.ndcg(ranked, judged, best));
  }

  /** What the old index would have given them. */
  private static Query among(Query words, List<String> uris) {
    return Query.of(
        query ->
            query.bool(
                bool ->
                    bool.must(words)
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
  }

  /** Best first, equal ones by uri, each with its score; over all shards as if they were one. */
  private Map<String, Double> hits(String index, Query query) {
    Map<String, Double> hits = new LinkedHashMap<>();
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .searchType(SearchType.DfsQueryThenFetch)
                            .size(Ranking.DEPTH)
                            .query(query)
                            .source(source -> source.filter(f -> f.includes("uri")))
                            .trackScores(true)
                            .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                            .sort(by -> by.field(f -> f.field("uri"))),
                    JsonNode.class))
        .hits()
        .hits()
        .forEach(
            hit -> {
              JsonNode source = hit.source();
              Double score = hit.score();
              if (source != null) {
                hits.put(source.path("uri").asText(), score == null ? 0 : score);
              }
            });
    return hits;
  }

  private static double mean(List<Result> results, ToDoubleFunction<Result> what) {
    return results.stream().mapToDouble(what).average().orElse(1);
  }
}
