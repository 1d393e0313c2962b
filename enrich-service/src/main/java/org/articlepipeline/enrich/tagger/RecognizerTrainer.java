package org.articlepipeline.enrich.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes a model from labelled texts. */
final class RecognizerTrainer {
  private static final int N = Labels.COUNT;
  private static final int LONGEST_CHAIN = 200;

  /** A feature that was seen once says nothing. */
  private static final int SEEN = 2;

  private final Lexicon lexicon;
  private final TrainingOptions options;
  private final Consumer<String> progress;
  private final FeatureIds ids = new FeatureIds();
  private final Features features = new Features();
  private final List<TrainingChain> chains = new ArrayList<>();

  RecognizerTrainer(Lexicon lexicon, TrainingOptions options, Consumer<String> progress) {
    this.lexicon = lexicon;
    this.options = options;
    this.progress = progress;
  }

  TaggerModel train(List<LabelledText> texts) {
    for (LabelledText text : texts) {
      read(text);
    }
    int[] renumbered = frequent();
    int known = Arrays.stream(renumbered).max().orElse(-1) + 1;
    chains.replaceAll(chain -> renumber(chain, renumbered));
    progress.accept(
        "%,d chains, %,d features, %,d of them seen more than once"
            .formatted(chains.size(), ids.size(), known));
    var crf = new CrfTrainer(known, options);
    crf.train(chains, pass -> progress.accept("pass %d of %d".formatted(pass, options.passes())));
    long[] hashes = ids.hashes();
    long[] kept = new long[known];
    for (int id = 0; id < renumbered.length; id++) {
      if (renumbered[id] >= 0) {
        kept[renumbered[id]] = hashes[id];
      }
    }
    return quantise(kept, crf);
  }

  private void read(LabelledText labelled) {
    Document document = new Document(List.of(labelled.text()), lexicon);
    byte[] labels = labelled.labels();
    Chains.of(
        document,
        LONGEST_CHAIN,
        (first, end) -> {
          boolean whole =
              Labels.mayStart(labels[first])
                  && Labels.mayEnd(labels[end - 1])
                  && IntStream.range(first + 1, end)
                      .allMatch(i -> Labels.mayFollow(labels[i - 1], labels[i]));
          if (whole) {
            int[][] found = new int[end - first][];
            for (int i = first; i < end; i++) {
              found[i - first] = ids(document, i);
            }
            chains.add(new TrainingChain(found, Arrays.copyOfRange(labels, first, end)));
          }
        });
  }

  private int[] ids(Document document, int i) {
    int count = features.find(document, i);
    int[] found = new int[count];
    for (int f = 0; f < count; f++) {
      found[f] = ids.add(features.found()[f]);
    }
    return found;
  }

  /** New ids for features that were seen often enough, -1 for others. */
  private int[] frequent() {
    int[] renumbered = new int[ids.size()];
    int next = 0;
    for (int id = 0; id < renumbered.length; id++) {
      renumbered[id] = ids.count(id) >= SEEN ? next++ : -1;
    }
    return renumbered;
  }

  private static TrainingChain renumber(TrainingChain chain, int[] renumbered) {
    int[][] features = new int[chain.features().length][];
    for (int i = 0; i < features.length; i++) {
      features[i] =
          Arrays.stream(chain.features()[i])
              .map(id -> renumbered[id])
              .filter(id -> id >= 0)
              .toArray();
    }
    return new TrainingChain(features, chain.labels());
  }

  private TaggerModel quantise(long[] hashes, CrfTrainer crf) {
    float[] weights = crf.weights();
    float[] strength = new float[hashes.length];
    for (int feature = 0; feature < hashes.length; feature++) {
      for (int label = 0; label < N; label++) {
        strength[feature] = Math.max(strength[feature], Math.abs(weights[feature * N + label]));
      }
    }
    float[] sorted = strength.clone();
    Arrays.sort(sorted);
    float least = sorted[Math.max(0, sorted.length - options.largest())];
    float most = sorted[Math.max(0, (int) (sorted.length * 0.9999) - 1)];
    float scale = most / 127;
    int[] chosen = IntStream.range(0, hashes.length).filter(f -> strength[f] >= least).toArray();
    byte[] bytes = new byte[chosen.length * N];
    for (int k = 0; k < chosen.length; k++) {
      for (int label = 0; label < N; label++) {
        float weight = weights[chosen[k] * N + label] / scale;
        bytes[k * N + label] = (byte) Math.clamp(Math.round(weight), -127, 127);
      }
    }
    long[] kept = Arrays.stream(chosen).mapToLong(f -> hashes[f]).toArray();
    return new TaggerModel(lexicon, FeatureTable.of(kept, bytes), scale, crf.transitions());
  }
}
