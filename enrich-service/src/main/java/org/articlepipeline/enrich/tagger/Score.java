package org.articlepipeline.enrich.tagger;

import java.util.List;

/** How well a tagger finds the names of labelled texts: exactly the same tokens and type. */
public record Score(int right, int found, int all) {

  static Score of(TaggerModel model, List<LabelledText> texts) {
    NameTagger tagger = new NameTagger(model);
    int right = 0;
    int found = 0;
    int all = 0;
    for (LabelledText text : texts) {
      Document document = new Document(List.of(text.text()), model.lexicon());
      List<TaggedName> names = tagger.tag(document);
      byte[] guessed = new byte[document.size];
      names.forEach(n -> Labels.mark(guessed, n.firstToken(), n.endToken(), n.type()));
      found += names.size();
      List<int[]> gold = Labels.names(text.labels(), 0, text.labels().length);
      all += gold.size();
      for (int[] name : gold) {
        byte[] labels = text.labels();
        boolean same = name[1] == guessed.length || Labels.mayStart(guessed[name[1]]);
        for (int i = name[0]; i < name[1] && same; i++) {
          same = guessed[i] == labels[i];
        }
        right += same ? 1 : 0;
      }
    }
    return new Score(right, found, all);
  }

  public double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  public double recall() {
    return all == 0 ? 0 : (double) right / all;
  }

  public double f1() {
    return right == 0 ? 0 : 2.0 * right / (found + all);
  }
}
