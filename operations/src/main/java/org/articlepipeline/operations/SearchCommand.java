package org.articlepipeline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.JudgedQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles search}. */
@Command(
    name = "search",
    description = {
      "Finds articles through the alias that frontends read.",
      "Best first: of several words not all must be there. With \"a phrase\", +must, -without, pref* or this | that they must."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles search \"mass incarceration\"",
      "  ./articles search '\"presidential run\" -podcast'",
      "  ./articles search --json --limit 50 budget",
      "  ./articles search --judged queries.txt"
    })
final class SearchCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many to show. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(
      names = "--judged",
      paramLabel = "FILE",
      description =
          "Instead: how good the answers to these judged queries are (docs/searching.md).")
  @Nullable Path judged;

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Words to look for.")
  List<String> words = List.of();

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw options.wrongUsage("--limit must be 1 to " + MOST + ", not " + limit);
    }
    if (words.isEmpty() == (judged == null)) {
      throw options.wrongUsage("give words to look for, or --judged FILE");
    }
    List<JudgedQuery> queries = judged == null ? List.of() : JudgedSearch.read(judged, options);
    Output output = options.output();
    try (var elasticsearch = ElasticsearchConnection.open(stack.connect(options).elasticsearch())) {
      ArticleSearch search = new ArticleSearch(elasticsearch);
      if (judged != null) {
        JudgedSearch.run(queries, search, output);
        return 0;
      }
      ArticleSearch.Hits found = search.search(String.join(" ", words), 0, limit);
      if (output.json()) {
        output.value(found);
      } else {
        print(found, output);
      }
    }
    return 0;
  }

  private static final int MOST = 10_000;

  private static void print(ArticleSearch.Hits found, Output output) {
    output.line(
        String.format(
            Locale.ROOT,
            "%,d found%s in %,d ms%s",
            found.total(),
            found.nearly() ? " with nearly these words" : "",
            found.tookMillis(),
            shown(found)));
    int number = 0;
    for (ArticleSearch.Hit hit : found.hits()) {
      output.line("");
      output.line(
          String.format(Locale.ROOT, "%d. %s", ++number, DocumentText.headline(hit.document())));
      output.line(
          String.format(
              Locale.ROOT, "   %s · score %.2f", DocumentText.facts(hit.document()), hit.score()));
      DocumentText.names(hit.document()).forEach(line -> output.line("   " + line));
      hit.highlights()
          .getOrDefault("body", List.of())
          .forEach(fragment -> output.line("   … " + plain(fragment) + " …"));
      output.line("   " + hit.uri() + " revision " + hit.document().path("revision").asText());
    }
  }

  /** The found words stand between asterisks. */
  private static String plain(String fragment) {
    return fragment.replaceAll("</?em>", "*").replaceAll("\\s+", " ");
  }

  private static String shown(ArticleSearch.Hits found) {
    return found.total() > found.hits().size() ? ", the best " + found.hits().size() + ":" : "";
  }
}
