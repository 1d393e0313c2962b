package org.articlepipeline.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows a benchmark's name: {@code --json}, and numbers such as {@code --documents 1000}.
 */
public record BenchArguments(boolean json, Map<String, Integer> numbers) {

  /**
   * @param known the names of numbers that the benchmark takes
   * @throws IllegalArgumentException saying what is wrong
   */
  static BenchArguments parse(String[] arguments, Set<String> known) {
    boolean json = false;
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String name = arguments[i];
      if (name.equals("--json")) {
        json = true;
      } else if (name.startsWith("--") && known.contains(name.substring(2))) {
        i++;
        numbers.put(name.substring(2), number(name, i < arguments.length ? arguments[i] : ""));
      } else {
        throw new IllegalArgumentException(
            "bench %s does not take '%s'; it takes --json%s"
                .formatted(
                    arguments[0],
                    name,
                    String.join(
                        "", new TreeSet<>(known).stream().map(k -> ", --" + k + " N").toList())));
      }
    }
    return new BenchArguments(json, Map.copyOf(numbers));
  }

  private static int number(String name, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("%s takes a number from 1, not '%s'".formatted(name, value));
  }

  public int number(String name, int otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }
}
