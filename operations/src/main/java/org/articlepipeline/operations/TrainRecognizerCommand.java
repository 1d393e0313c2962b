package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.articlepipeline.enrich.tagger.BadTrainingDataException;
import org.articlepipeline.enrich.tagger.RecognizerTraining;
import org.articlepipeline.enrich.tagger.Score;
import org.articlepipeline.enrich.tagger.TrainingFiles;
import org.articlepipeline.enrich.tagger.TrainingOptions;
import org.articlepipeline.enrich.tagger.WordList;
import org.articlepipeline.operations.cluster.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles train-recognizer}. */
@Command(
    name = "train-recognizer",
    description = {
      "Trains the recognizer of names from labelled texts. The same files and seed give the same model, byte for byte.",
      "docs/recognizer.md says where the data of the shipped model is from."
    },
    footer = {
      "",
      "DATA has a token, a tab and its tag on each line, and a blank line after each sentence; gzip is taken as well:",
      "  # source daily-news doc 1",
      "  Jane<TAB>B-PER",
      "  Doe<TAB>I-PER",
      "  left<TAB>O",
      "Tags are O, and B- and I- of PER, ORG and LOC; other types count as O. The columns of Universal NER are taken, too.",
      "A line `# source NAME …` or `# newdoc …` opens a text. A file that ends in .json is one of DocRED's format.",
      "",
      "Examples:",
      "  ./articles train-recognizer news.conll more.conll.gz --out names.model.gz",
      "  ./articles train-recognizer news.conll --vectors glove.txt --list CITY=cities.txt --test held-out.conll --out names.model.gz"
    })
final class TrainRecognizerCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();

  @Parameters(paramLabel = "DATA", arity = "1..*", description = "Texts with labelled names.")
  List<Path> data = List.of();

  @Option(names = "--out", paramLabel = "MODEL", required = true, description = "Where to write.")
  Path out = Path.of("");

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Other texts, to measure the model on. May be given several times.")
  List<Path> test = List.of();

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "Word vectors in the text format of GloVe, frequent words first; clusters are made of the first 100,000.")
  @Nullable Path vectors;

  @Option(
      names = "--list",
      paramLabel = "KIND=FILE",
      description = "Names, one a line. KIND is one of ${COMPLETION-CANDIDATES}.")
  Map<WordList, Path> lists = Map.of();

  @Option(
      names = "--unrelated",
      paramLabel = "NAME",
      split = ",",
      description = "Sources whose sentences have nothing to do with one another, such as tweets.")
  Set<String> unrelated = Set.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is random. Default: ${DEFAULT-VALUE}.")
  long seed = TrainingOptions.defaults().seed();

  @Option(
      names = "--passes",
      paramLabel = "N",
      description = "Over all texts. Default: ${DEFAULT-VALUE}.")
  int passes = TrainingOptions.defaults().passes();

  @Override
  public Integer call() {
    Output output = options.output();
    if (passes < 1) {
      throw options.wrongUsage("--passes is " + passes + ": it must be 1 or more");
    }
    mustExist();
    var training =
        new RecognizerTraining(
            TrainingOptions.defaults().withPasses(passes).withSeed(seed), output::note);
    try {
      print(output, training.run(new TrainingFiles(data, test, unrelated, lists, vectors), out));
      return 0;
    } catch (BadTrainingDataException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandException("a file can't be read or written: " + e, e);
    }
  }

  private void mustExist() {
    Stream<Path> all =
        Stream.concat(data.stream(), Stream.concat(test.stream(), lists.values().stream()));
    Stream.concat(all, Stream.ofNullable(vectors))
        .filter(file -> !Files.isRegularFile(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw options.wrongUsage(file + ": no such file");
            });
  }

  private void print(Output output, @Nullable Score score) throws IOException {
    long bytes = Files.size(out);
    if (output.json()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("model", out.toString());
      fields.put("bytes", bytes);
      if (score != null) {
        fields.put("precision", score.precision());
        fields.put("recall", score.recall());
        fields.put("f1", score.f1());
      }
      output.value(fields);
      return;
    }
    output.line(String.format(Locale.ROOT, "%s: %,d bytes", out, bytes));
    if (score != null) {
      output.line(
          String.format(
              Locale.ROOT,
              "names of the test files: precision %.3f, recall %.3f, F1 %.3f",
              score.precision(),
              score.recall(),
              score.f1()));
    }
  }
}
