package org.articlepipeline.enrich.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of which something changed, as one question: may an article hold any of them? A name is the
 * {@link NameTokens} of it; one without any may be in every article. Asking costs a look-up for
 * each token of the article, however many names there are.
 */
public final class ChangedNames {
  /** Names by their rarest token among these names. */
  private final Map<Integer, List<List<Integer>>> byToken = new HashMap<>();

  private final boolean everywhere;

  public ChangedNames(Collection<List<Integer>> names) {
    everywhere = names.stream().anyMatch(List::isEmpty);
    Map<Integer, Integer> frequency = new HashMap<>();
    names.forEach(name -> name.forEach(token -> frequency.merge(token, 1, Integer::sum)));
    for (List<Integer> name : names) {
      name.stream()
          .min((a, b) -> Integer.compare(count(frequency, a), count(frequency, b)))
          .ifPresent(rarest -> byToken.computeIfAbsent(rarest, r -> new ArrayList<>()).add(name));
    }
  }

  private static int count(Map<Integer, Integer> frequency, int token) {
    return frequency.getOrDefault(token, 0);
  }

  /** Whether no article can hold any of them. */
  public boolean isEmpty() {
    return byToken.isEmpty() && !everywhere;
  }

  /**
   * @param tokens the article's {@link NameTokens}
   */
  public boolean mayBeIn(int[] tokens) {
    return everywhere || Arrays.stream(tokens).anyMatch(token -> mayBeIn(tokens, token));
  }

  private boolean mayBeIn(int[] tokens, int token) {
    List<List<Integer>> names = byToken.get(token);
    return names != null
        && names.stream()
            .anyMatch(
                name -> name.stream().allMatch(part -> Arrays.binarySearch(tokens, part) >= 0));
  }
}
