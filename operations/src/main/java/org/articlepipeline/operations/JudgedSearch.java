package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.JudgedQuery;

/** {@code articles search --judged}: how good the first page of each query is, the worst first. */
final class JudgedSearch {
  private JudgedSearch() {}

  record Result(String kind, String words, boolean heldOut, double ndcg) {}

  static List<JudgedQuery> read(Path file, CommandOptions options) {
    try {
      return JudgedQuery.parse(Files.readAllLines(file), List::of);
    } catch (IllegalArgumentException e) {
      throw options.wrongUsage(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw options.wrongUsage("cannot read " + file + ": " + e);
    }
  }

  static void run(List<JudgedQuery> queries, ArticleSearch search, Output output) {
    List<Result> results =
        queries.stream()
            .map(query -> result(query, search))
            .sorted(Comparator.comparingDouble(Result::ndcg))
            .toList();
    if (output.json()) {
      output.value(results);
      return;
    }
    for (boolean heldOut : new boolean[] {false, true}) {
      List<Result> part = results.stream().filter(r -> r.heldOut() == heldOut).toList();
      part.forEach(
          r ->
              output.line(
                  String.format(Locale.ROOT, "%.3f  %s | %s", r.ndcg(), r.kind(), r.words())));
      output.line(
          String.format(
              Locale.ROOT,
              "NDCG@10 %.3f of %d queries %s%n",
              part.stream().mapToDouble(Result::ndcg).average().orElse(0),
              part.size(),
              heldOut ? "held out" : "for tuning"));
    }
  }

  private static Result result(JudgedQuery query, ArticleSearch search) {
    List<String> uris =
        search.search(query.words(), 0, JudgedQuery.DEPTH).hits().stream()
            .map(ArticleSearch.Hit::uri)
            .toList();
    return new Result(query.kind(), query.words(), query.heldOut(), query.ndcg(uris));
  }
}
