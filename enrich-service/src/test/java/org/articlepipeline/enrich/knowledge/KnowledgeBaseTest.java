package org.articlepipeline.enrich.knowledge;

import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.articlepipeline.schemas.Entity;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
  private final KnowledgeBase base = new KnowledgeBase();

  @Test
  void anEntityIsFoundByEachOfItsNames() {
    base.put(person("p:1", "Nadia Brook", "Brook"));

    assertThat(find("nadia brook")).containsExactly("p:1");
    assertThat(find("brook")).containsExactly("p:1");
    assertThat(base.size()).isEqualTo(1);
    assertThat(base.names()).isEqualTo(2);
  }

  @Test
  void aNewVersionTakesOldNamesAway() {
    base.put(person("p:1", "Nadia Brook", "Brook"));
    base.put(person("p:1", "Nadia Lane", "Lane"));

    assertThat(find("brook")).isEmpty();
    assertThat(find("nadia brook")).isEmpty();
    assertThat(find("lane")).containsExactly("p:1");
    assertThat(base.names()).isEqualTo(2);
  }

  @Test
  void removingOneLeavesOthersOfTheSameName() {
    base.put(person("p:1", "Nadia Brook", "Brook"));
    base.put(person("p:2", "Alan Brook", "Brook"));

    base.remove("p:1");
    base.remove("p:unknown");

    assertThat(find("brook")).containsExactly("p:2");
    int lengths = base.read(index -> index.lengths(NameHash.of("nadia")));
    assertThat(lengths).isZero();
  }

  @Test
  void nothingIsLeftOfWhatWasPutAndRemoved() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      String uri = "p:" + random.nextInt(50);
      if (random.nextInt(3) == 0) {
        base.remove(uri);
      } else {
        base.put(person(uri, "A" + random.nextInt(9) + " B" + random.nextInt(9), "B", "A C D"));
      }
    }
    for (int i = 0; i < 50; i++) {
      base.remove("p:" + i);
    }

    assertThat(base.names()).isZero();
    boolean empty = base.read(NameIndex::isEmpty);
    assertThat(empty).isTrue();
  }

  @Test
  void aReaderNeverSeesHalfAnEntity() throws Exception {
    Entity one = person("p:1", "Nadia Brook", "Brook");
    Entity other = person("p:1", "Nadia Lane", "Lane");
    base.put(one);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  base.put(i % 2 == 0 ? other : one);
                }
              });
      List<Future<Boolean>> readers =
          List.of(
              threads.submit(() -> isWholeUntil(writer)),
              threads.submit(() -> isWholeUntil(writer)));
      for (Future<Boolean> reader : readers) {
        assertThat(reader.get()).isTrue();
      }
    }
  }

  private boolean isWholeUntil(Future<?> end) {
    while (!end.isDone()) {
      boolean whole =
          base.read(
              index ->
                  has(index, "nadia brook") == has(index, "brook")
                      && has(index, "nadia lane") == has(index, "lane")
                      && has(index, "lane") != has(index, "brook"));
      if (!whole) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(NameIndex index, String phrase) {
    return index.has(NameHash.of(phrase));
  }

  private List<String> find(String phrase) {
    return base.read(
        index ->
            index.find(NameHash.of(phrase), name -> true).stream()
                .map(name -> name.entity().uri())
                .toList());
  }
}
