package org.articlepipeline.enrich.stories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts and what syndication makes of them, the same for the same seed. */
final class EditedArticles {

  /** What an editor does to a copy. */
  enum Edit {
    NONE,
    TYPO,
    CUT_PARAGRAPH,
    NEW_LEAD,
    HEADLINE,
    REORDERED,
    BOILERPLATE,
    REWORDED
  }

  private static final String[] SYLLABLES = {
    "ba", "co", "du", "fe", "gi", "ha", "jo", "ku", "le", "mi", "na", "po", "ra", "se", "ti", "vo"
  };

  private final Random random;

  EditedArticles(long seed) {
    random = new Random(seed);
  }

  /**
   * So many families of ten texts: an original of 3 to 18 paragraphs, and copies, each of the
   * original or of an earlier copy, with one to three edits.
   */
  List<List<String>> families(int count) {
    List<List<String>> families = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<List<String>> family = new ArrayList<>();
      family.add(original(3 + random.nextInt(16)));
      while (family.size() < 10) {
        List<String> copy = family.get(random.nextBoolean() ? 0 : random.nextInt(family.size()));
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
          copy = edited(copy, Edit.values()[random.nextInt(Edit.values().length)]);
        }
        family.add(copy);
      }
      families.add(family.stream().map(text -> String.join("\n\n", text)).toList());
    }
    return families;
  }

  List<String> original(int paragraphs) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < paragraphs; i++) {
      text.add(paragraph(20 + random.nextInt(60)));
    }
    return text;
  }

  List<String> edited(List<String> text, Edit edit) {
    List<String> copy = new ArrayList<>(text);
    int some = random.nextInt(copy.size());
    switch (edit) {
      case NONE -> {}
      case TYPO -> copy.set(some, changed(copy.get(some), 1));
      case CUT_PARAGRAPH -> {
        if (copy.size() > 1) {
          copy.remove(some);
        }
      }
      case NEW_LEAD -> copy.set(0, paragraph(15 + random.nextInt(40)));
      case HEADLINE -> copy.addFirst(paragraph(6));
      case REORDERED -> Collections.shuffle(copy.subList(copy.size() / 2, copy.size()), random);
      case BOILERPLATE -> {
        copy.addFirst("Reporting by our partners at the coast, exclusively for our readers.");
        copy.add("Copyright of the agency. All rights reserved. Sign up for the newsletter here.");
      }
      case REWORDED -> copy.replaceAll(p -> changed(p, 1 + random.nextInt(6)));
    }
    return copy;
  }

  private String changed(String paragraph, int words) {
    String[] all = paragraph.split(" ");
    for (int i = 0; i < words; i++) {
      all[random.nextInt(all.length)] = word();
    }
    return String.join(" ", all);
  }

  private String paragraph(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(word());
    }
    return text.append('.').toString();
  }

  /** Short words often, as in a language. */
  private String word() {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + (int) (random.nextDouble() * random.nextDouble() * 4);
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }
}
