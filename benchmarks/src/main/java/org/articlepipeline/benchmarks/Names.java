package org.articlepipeline.benchmarks;

import java.util.List;

/** People, organisations and places that nobody has, another for each number. */
final class Names {
  private static final List<String> GIVEN =
      List.of(
          "Anna", "Boris", "Clara", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas",
          "Karin", "Louis", "Maria", "Nadia", "Oscar", "Paula", "Ravi", "Sofia", "Tomas", "Yusuf");
  private static final List<String> BODIES =
      List.of(
          "%s University",
          "%s Group",
          "Bank of %s",
          "%s United",
          "%s Council",
          "%s Institute of Technology",
          "%s Railways");
  private static final List<String> KINDS =
      List.of("%s", "Port %s", "%s Valley", "North %s", "%s Bay");
  private static final String[] SYLLABLES =
      "ber dan fol gar hal ker lin mar nor pel ros san tor vel win".split(" ");

  private Names() {}

  /** One of 50,625: so surnames are shared, as real ones are. */
  static String surname(int number) {
    return word(number % 50_625);
  }

  static String person(int number) {
    return given(number) + " " + surname(number / 3);
  }

  static String given(int number) {
    return GIVEN.get(number % GIVEN.size());
  }

  static String organisation(int number) {
    return BODIES.get(number % BODIES.size()).formatted(word(number));
  }

  static String place(int number) {
    return KINDS.get(number % KINDS.size()).formatted(word(number * 7));
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number; word.isEmpty() || rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.append(number % 2 == 0 ? "sen" : "ow").toString();
  }
}
