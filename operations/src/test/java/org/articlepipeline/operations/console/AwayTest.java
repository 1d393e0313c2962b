package org.articlepipeline.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Servers that are away, refusing or silent, are named within two seconds. */
class AwayTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final List<String> PAGES =
      List.of(
          "/",
          "/dead-letters",
          "/dead-letters/list",
          "/dead-letters/show?id=articles.dead-letters-0-0",
          "/journey?q=urn:a",
          "/index",
          "/topics",
          "/operations",
          "/search?q=a",
          "/search/entity?uri=urn:a",
          "/articles/urn%3Aa/journey");

  private record Timed(RawHttp answer, Duration took) {}

  @Test
  void serversThatNeverSayAWordAreNamed() throws IOException, InterruptedException {
    // It takes connections, and that is all.
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, Timed> answers = ask("127.0.0.1:" + silent.getLocalPort());

      assertThat(answers).hasSameSizeAs(PAGES).allSatisfy(AwayTest::isNamedInTime);
      assertThat(answers.values()).anySatisfy(timed -> said(timed, "has not answered for"));
    }
  }

  @Test
  void serversThatRefuseAreNamed() throws InterruptedException {
    assertThat(ask("127.0.0.1:1")).hasSameSizeAs(PAGES).allSatisfy(AwayTest::isNamedInTime);
  }

  private static void isNamedInTime(String page, Timed timed) {
    assertThat(timed.answer().body())
        .as(page)
        .containsAnyOf("Elasticsearch", "Kafka")
        .doesNotContain("Exception", "\tat ");
    assertThat(timed.took()).as(page).isLessThan(LIMIT);
  }

  private static void said(Timed timed, String words) {
    assertThat(timed.answer().body()).contains(words);
  }

  /** All pages at once, twice: classes are loaded and compiled by the first time. */
  private static Map<String, Timed> ask(String address) throws InterruptedException {
    try (Console console = TestConsole.start()) {
      console.connect(TestConsole.at(address, URI.create("http://" + address)));
      ask(console);
      return ask(console);
    }
  }

  private static Map<String, Timed> ask(Console console) throws InterruptedException {
    Map<String, Timed> answers = new ConcurrentHashMap<>();
    List<Thread> asking =
        PAGES.stream()
            .map(page -> Thread.ofVirtual().start(() -> answers.put(page, ask(console, page))))
            .toList();
    for (Thread thread : asking) {
      thread.join();
    }
    return answers;
  }

  private static Timed ask(Console console, String page) {
    long begin = System.nanoTime();
    RawHttp answer = RawHttp.get(console.uri(), page);
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - begin));
  }
}
