package org.articlepipeline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.enrich.knowledge.WikidataCounts;
import org.articlepipeline.schemas.Entity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles entities}. */
@Command(
    name = "entities",
    description =
        "The knowledge base: people, organisations, places and other things that articles name.",
    subcommands = {EntitiesCommand.Import.class, EntitiesCommand.Remove.class})
final class EntitiesCommand {
  @Mixin CommandOptions options = new CommandOptions();

  /** {@code articles entities import}. */
  @Command(
      name = "import",
      description = {
        "Publishes a knowledge base. An entity replaces the one that has its uri; others stay.",
        "Articles that come from now on are matched against it; those that are there and may name what",
        "changed are enriched again, which this waits for."
      },
      footer = {
        "",
        "FILE holds JSON, one entity a line:",
        "  {\"uri\": \"urn:entity:jane-doe\", \"name\": \"Jane Doe\", \"type\": \"PERSON\",",
        "   \"aliases\": [\"J. Doe\", {\"name\": \"Doe\", \"strength\": \"WEAK\"}], \"sameAs\": [\"https://…\"]}",
        "A weak alias counts only beside a strong name of the same entity.",
        "Or it is (an extract of) a JSON dump of Wikidata, one item a line. Both may be gzipped. See docs/knowledge.md.",
        "",
        "Examples:",
        "  ./articles entities import newsroom.jsonl",
        "  ./articles entities import --language de wikidata-extract.json.gz",
        "  ./articles entities import --starter"
      })
  static final class Import implements Callable<Integer> {
    @Mixin EntityChanges changes = new EntityChanges();

    @Option(
        names = "--format",
        paramLabel = "auto|jsonl|wikidata",
        description = "What FILE holds. Default: auto, by its begin.")
    EntityFormat format = EntityFormat.AUTO;

    @Option(
        names = "--language",
        paramLabel = "CODE",
        description = "Whose names are taken from Wikidata. Default: en.")
    String language = "en";

    @Option(
        names = "--starter",
        description =
            "Imports the starter set: countries, capitals, organisations. Your own entities go before it.")
    boolean starter;

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "JSON lines in UTF-8, or a dump of Wikidata.")
    @Nullable Path file;

    @Override
    public Integer call() {
      if (starter == (file != null)) {
        throw changes.options().wrongUsage("give a FILE to import, or --starter");
      }
      if (file == null) {
        List<Entity> entities = StarterSet.entities();
        publish(reading -> reading.applyAsLong(entities.stream()), WikidataCounts::new);
      } else {
        var entities = new EntityFile(file, changes.options(), format, language);
        publish(reading -> entities.read(reading::applyAsLong), entities::counts);
      }
      return 0;
    }

    /** Entities that can be read more than once. */
    private interface Source {
      long read(ToLongFunction<Stream<Entity>> reading);
    }

    private void publish(Source source, Supplier<WikidataCounts> counts) {
      // Read to its end before anything is sent: a bad line must not leave half a knowledge base.
      long total = source.read(entities -> entities.mapToLong(entity -> 1).sum());
      changes.publish(
          publisher -> {
            try (Progress progress = Progress.of(changes.options().output(), "import", total)) {
              source.read(entities -> publisher.publish(entities, progress));
            }
          });
      report(total, counts.get());
      changes.requireDone("the entities are imported");
    }

    private void report(long total, WikidataCounts counts) {
      Output output = changes.options().output();
      if (output.json()) {
        output.value(
            Map.of(
                "imported",
                total,
                "skipped",
                counts.skipped(),
                "articlesPublishedAnew",
                changes.again()));
        return;
      }
      changes.noteArticles();
      output.line(String.format(Locale.ROOT, "%,d entities imported", total));
      counts
          .skipped()
          .forEach(
              (why, count) ->
                  output.line(String.format(Locale.ROOT, "%,d skipped: %s", count, why.text())));
      List<String> classes = counts.mostOtherClasses(5);
      if (!classes.isEmpty()) {
        output.line("the most frequent other classes: " + String.join(", ", classes));
      }
    }
  }

  /** {@code articles entities remove}. */
  @Command(
      name = "remove",
      description = {
        "Takes entities out of the knowledge base.",
        "Articles that may name them are enriched again, which this waits for."
      },
      footer = {"", "Examples:", "  ./articles entities remove urn:entity:jane-doe"})
  static final class Remove implements Callable<Integer> {
    @Mixin EntityChanges changes = new EntityChanges();

    @Parameters(paramLabel = "URI", arity = "1..*", description = "Their uris.")
    List<String> uris = List.of();

    @Override
    public Integer call() {
      changes.publish(publisher -> publisher.remove(uris));
      Output output = changes.options().output();
      if (output.json()) {
        output.value(Map.of("removed", uris.size(), "articlesPublishedAnew", changes.again()));
      } else {
        changes.noteArticles();
        output.line(String.format(Locale.ROOT, "%,d removed, where they were known", uris.size()));
      }
      changes.requireDone("the entities are removed");
      return 0;
    }
  }
}
