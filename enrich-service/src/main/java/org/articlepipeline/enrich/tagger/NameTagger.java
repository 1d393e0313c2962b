package org.articlepipeline.enrich.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.articlepipeline.enrich.text.AnalysedText;

/**
 * Finds names of people, organisations and places in English text. Shared by threads; the same text
 * always has the same names. Time is linear in the length of the text.
 */
public final class NameTagger {
  /** Longer chains of capitals are cut: shouted texts may be one sentence. */
  private static final int LONGEST_CHAIN = 200;

  private static final String SHIPPED = "english-names.model.gz";

  private final TaggerModel model;

  NameTagger(TaggerModel model) {
    this.model = model;
  }

  private static final class Holder {
    static final NameTagger SHIPPED_TAGGER = shipped();
  }

  /** With the model that ships: read once in a JVM, however many services run in it. */
  public static NameTagger load() {
    return Holder.SHIPPED_TAGGER;
  }

  /**
   * With a model from {@code articles train-recognizer}.
   *
   * @param name of the file, for messages
   * @throws IOException when it can't be read, or is no model
   */
  public static NameTagger read(InputStream in, String name) throws IOException {
    return new NameTagger(TaggerModel.read(in, name));
  }

  private static NameTagger shipped() {
    try (InputStream in = NameTagger.class.getResourceAsStream(SHIPPED)) {
      return read(Objects.requireNonNull(in, SHIPPED), SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headline and body are looked at together: what one says of a name helps in the other. */
  public TaggedNames tag(AnalysedText headline, AnalysedText body) {
    Document document = new Document(List.of(headline, body), model.lexicon());
    List<TaggedName> inHeadline = new ArrayList<>();
    List<TaggedName> inBody = new ArrayList<>();
    int bodyStart = headline.tokens().size();
    for (TaggedName name : tag(document)) {
      if (name.firstToken() < bodyStart) {
        inHeadline.add(name);
      } else {
        inBody.add(
            new TaggedName(
                name.firstToken() - bodyStart,
                name.endToken() - bodyStart,
                name.type(),
                name.confidence()));
      }
    }
    return new TaggedNames(inHeadline, inBody);
  }

  List<TaggedName> tag(Document document) {
    List<TaggedName> names = new ArrayList<>();
    Features features = new Features();
    Lattice lattice = new Lattice(model.transitions());
    Chains.of(
        document,
        LONGEST_CHAIN,
        (first, end) -> {
          float[] scores = lattice.scores(end - first);
          for (int i = first; i < end; i++) {
            int count = features.find(document, i);
            model
                .features()
                .score(features.found(), count, model.scale(), scores, (i - first) * Labels.COUNT);
          }
          read(lattice, first, end, names);
        });
    return names;
  }

  private static void read(Lattice lattice, int first, int end, List<TaggedName> names) {
    byte[] labels = lattice.decode();
    boolean summed = false;
    for (int[] name : Labels.names(labels, 0, end - first)) {
      if (!summed) {
        lattice.sum();
        summed = true;
      }
      names.add(
          new TaggedName(
              first + name[0],
              first + name[1],
              Labels.type(name[2]),
              lattice.probability(labels, name[0], name[1])));
    }
  }
}
