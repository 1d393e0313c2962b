package org.articlepipeline.enrich.tagger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link NameTagger}: the same files, options and seed give the same model, byte for byte.
 * Takes less than a minute of processor time and a heap of 2 GB for a million words.
 */
public final class RecognizerTraining {
  /** More frequent words have better vectors; further ones gained nothing. */
  private static final int CLUSTERED_WORDS = 100_000;

  private final TrainingOptions options;
  private final Consumer<String> progress;

  /**
   * @param progress told what is being done, a line at a time
   */
  public RecognizerTraining(TrainingOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Writes the model to {@code out}.
   *
   * @return how well it does on the test files, null when there are none
   * @throws BadTrainingDataException when a file isn't as it should be
   */
  public @Nullable Score run(TrainingFiles files, Path out) throws IOException {
    List<LabelledText> texts = read(files.data(), files.unrelated());
    List<LabelledText> tests = read(files.test(), files.unrelated());
    Lexicon lexicon = lexicon(files, texts);
    TaggerModel model = new RecognizerTrainer(lexicon, options, progress).train(texts);
    try (OutputStream stream = Files.newOutputStream(out)) {
      model.write(stream);
    }
    return tests.isEmpty() ? null : Score.of(model, tests);
  }

  private List<LabelledText> read(List<Path> files, Set<String> unrelated) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (Path file : files) {
      List<LabelledText> read =
          file.toString().endsWith(".json")
              ? DocRedFile.read(file)
              : LabelledFile.read(file, unrelated);
      progress.accept("%s: %,d texts".formatted(file, read.size()));
      texts.addAll(read);
    }
    return texts;
  }

  private Lexicon lexicon(TrainingFiles files, List<LabelledText> texts) throws IOException {
    var lexicon = new LexiconBuilder().ownLists();
    // In the order of the kinds, however the map is.
    for (Map.Entry<WordList, Path> list : new TreeMap<>(files.lists()).entrySet()) {
      try {
        Files.readAllLines(list.getValue(), StandardCharsets.UTF_8)
            .forEach(name -> lexicon.add(name, list.getKey()));
      } catch (MalformedInputException e) {
        throw new BadTrainingDataException(list.getValue() + ": is not UTF-8");
      }
    }
    Path vectors = files.vectors();
    if (vectors != null) {
      WordVectors words = WordVectors.read(vectors, CLUSTERED_WORDS);
      progress.accept("%s: clustering %,d words".formatted(vectors, words.words().size()));
      lexicon.clusters(WordClusters.of(words, options.seed()));
    }
    texts.forEach(text -> lexicon.count(text.text()));
    return lexicon.build();
  }
}
