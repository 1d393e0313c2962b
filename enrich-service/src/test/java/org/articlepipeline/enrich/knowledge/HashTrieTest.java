package org.articlepipeline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTrieTest {

  @ParameterizedTest
  @ValueSource(ints = {0xFFFFFFFF, 0x3F, 0xC0000007, 0})
  void itHoldsWhatWasPutAndNotRemoved(int hashMask) {
    Random random = new Random(5);
    HashTrie<Integer> trie = HashTrie.empty();
    Map<Integer, List<Integer>> expected = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      int value = random.nextInt(700);
      int hash = NameHash.next(NameHash.NONE, value) & hashMask;
      List<Integer> values = expected.computeIfAbsent(hash, h -> new ArrayList<>());
      if (random.nextBoolean()) {
        trie = trie.without(hash, value);
        values.removeIf(v -> v == value);
      } else {
        trie = trie.with(hash, value);
        values.add(value);
      }
    }

    for (Map.Entry<Integer, List<Integer>> entry : expected.entrySet()) {
      List<Integer> found = new ArrayList<>();
      trie.forEach(entry.getKey(), found::add);
      assertThat(found).containsExactlyInAnyOrderElementsOf(entry.getValue());
      assertThat(trie.any(entry.getKey()) == null).isEqualTo(entry.getValue().isEmpty());
      for (Integer value : entry.getValue()) {
        trie = trie.without(entry.getKey(), value);
      }
    }
    assertThat(trie.isEmpty()).isTrue();
  }

  @Test
  void anOldStateIsNotChangedByNewOnes() {
    HashTrie<String> old = HashTrie.<String>empty().with(1, "a");

    HashTrie<String> changed = old.without(1, "a").with(1, "b");

    assertThat(old.any(1)).isEqualTo("a");
    assertThat(changed.any(1)).isEqualTo("b");
  }
}
