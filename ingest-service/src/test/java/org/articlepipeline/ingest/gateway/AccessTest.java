package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.articlepipeline.ingest.IngestConfig;
import org.articlepipeline.ingest.Rules;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send, how much, and when it is taken. */
class AccessTest {
  @TempDir Path folder;

  @Test
  void withoutAKeyThatIsKnownNothingIsTaken() throws Exception {
    try (TestGateway gateway = TestGateway.open(folder)) {
      for (String[] headers :
          new String[][] {
            {"Content-Type", "text/plain"},
            {"Content-Type", "text/plain", "Authorization", "Bearer wrong"},
            {"Content-Type", "text/plain", "Authorization", "Basic YTpi"},
            {"Content-Type", "text/plain", "Authorization", "Bearer"},
            {"Content-Type", "text/plain", "X-Api-Key", "wrong"},
            {"Content-Type", "text/plain", "X-Api-Key", hashOf(gateway)},
          }) {
        var reply =
            gateway.send(gateway.anonymous("PUT", "/articles/a", "x".getBytes(UTF_8), headers));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer realm=\"articles\"");
        assertThat(reply.field("type")).endsWith(":unauthorized");
      }
      assertThat(gateway.published).isEmpty();
    }
  }

  private static String hashOf(TestGateway gateway) {
    return gateway.key.line().split(" ")[1];
  }

  @Test
  void theKeySaysWhoseTheArticleIs() throws Exception {
    try (TestGateway gateway = TestGateway.open(folder)) {
      gateway.send("PUT", "/articles/a", "x", "Content-Type", "text/plain");
      gateway.send(
          gateway.anonymous(
              "PUT",
              "/articles/b",
              "x".getBytes(UTF_8),
              "Content-Type",
              "text/plain",
              "X-Api-Key",
              gateway.otherKey.secret()));

      assertThat(gateway.published.stream().map(a -> a.submission().getSource()))
          .containsExactly("daily-bugle", "harbour-news");
    }
  }

  @Test
  void theBodyOfAStrangerIsNotWaitedFor() throws IOException {
    try (TestGateway gateway = TestGateway.open(folder)) {
      String answer =
          gateway.raw(
              "PUT /articles/a HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5000000\r\n\r\nx"
                  .getBytes(UTF_8));

      assertThat(answer).startsWith("HTTP/1.1 401").containsIgnoringCase("connection: close");
    }
  }

  @Test
  void aSourceThatSendsTooMuchWaitsAndOthersDoNot() throws Exception {
    var slow = Map.of("articles.gateway.rate-per-second", "0.01", "articles.gateway.burst", "2");
    try (TestGateway gateway = TestGateway.open(folder, slow)) {
      assertThat(gateway.send("DELETE", "/articles/a", "").status()).isEqualTo(202);
      assertThat(gateway.send("DELETE", "/articles/a", "").status()).isEqualTo(202);
      var third = gateway.send("DELETE", "/articles/a", "");
      assertThat(third.status()).isEqualTo(429);
      assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(90, 100);
      var other =
          gateway.anonymous(
              "DELETE", "/articles/a", new byte[0], "X-Api-Key", gateway.otherKey.secret());
      assertThat(gateway.send(other).status()).isEqualTo(202);
    }
  }

  @Test
  void theBucketFillsAtItsRateUpToTheBurst() {
    var now = new AtomicLong();
    var rate = new RateLimit(2, 3, now::get);

    for (int i = 0; i < 3; i++) {
      assertThat(rate.take("a")).isZero();
    }
    assertThat(rate.take("a")).hasMillis(500);
    now.addAndGet(500_000_000);
    assertThat(rate.take("a")).isZero();
    assertThat(rate.take("a")).hasMillis(500);
    now.addAndGet(3_600_000_000_000L);
    for (int i = 0; i < 3; i++) {
      assertThat(rate.take("a")).isZero();
    }
    assertThat(rate.take("a")).hasMillis(500);
  }

  @Test
  void beforeKafkaIsThereItSaysSo() throws Exception {
    try (TestGateway gateway = new TestGateway(folder, Map.of())) {
      var reply = gateway.send("DELETE", "/articles/a", "");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).isEqualTo("5");

      gateway.open();
      assertThat(gateway.send("DELETE", "/articles/a", "").status()).isEqualTo(202);
    }
  }

  @Test
  void moreRequestsThanAllowedAtOnceAreSentAwayAndThoseInFlightEndWhenItStops() throws Exception {
    var one = Map.of("articles.gateway.requests-in-flight", "1");
    var inside = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    CompletableFuture<Integer> first;
    try (TestGateway gateway = TestGateway.open(folder, one)) {
      gateway.kafka =
          articles -> {
            inside.countDown();
            await().until(() -> go.getCount() == 0);
          };
      first =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return gateway.send("DELETE", "/articles/a", "").status();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      inside.await();

      var second = gateway.send("DELETE", "/articles/b", "");
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.header("Retry-After")).isEqualTo("1");

      var stopping = Thread.ofVirtual().start(gateway::close);
      go.countDown();
      assertThat(first.join()).isEqualTo(202);
      stopping.join();
    }
  }

  @Test
  void bodiesTakeNoMoreMemoryThanSetAside() {
    var limit = new InFlightLimit(10, 10 * 1024);
    try (InFlightLimit.Place first = limit.enter();
        InFlightLimit.Place second = limit.enter()) {
      first.reserve(8 * 1024);
      assertThatThrownBy(() -> second.reserve(4 * 1024))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    }
    try (InFlightLimit.Place again = limit.enter()) {
      again.reserve(9 * 1024);
    }
  }

  @Test
  void aClientThatStopsInTheMiddleIsNotWaitedForLong() throws IOException {
    try (TestGateway gateway =
        TestGateway.open(folder, Map.of("articles.gateway.read-timeout", "PT0.3S"))) {
      String answer =
          gateway.raw(
              ("PUT /articles/a HTTP/1.1\r\nHost: x\r\nX-Api-Key: "
                      + gateway.key.secret()
                      + "\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nx")
                  .getBytes(UTF_8));

      assertThat(answer).startsWith("HTTP/1.1 408").contains("problem:too-slow");
      assertThat(gateway.published).isEmpty();
    }
  }

  @Test
  void whatFailsInsideIsAProblemWithoutItsTrace() throws Exception {
    try (TestGateway gateway = TestGateway.open(folder)) {
      gateway.kafka =
          articles -> {
            throw new IllegalStateException("secret");
          };
      var reply = gateway.send("DELETE", "/articles/a", "");

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.response().body()).doesNotContain("secret", "Exception", "\tat ");
    }
  }

  @Test
  void keysChangeWithoutARestartAndABadFileChangesNothing() throws IOException {
    var now = new AtomicLong();
    ApiKey first = ApiKey.create("Daily News");
    ApiKey second = ApiKey.create("Daily News");
    Path file = Files.writeString(folder.resolve("keys"), "# keys\n\n" + first.line() + "\n");
    var keys = new ApiKeys(file, now::get);
    assertThat(keys.sourceOf(first.secret())).hasValue("Daily News");
    assertThat(keys.sourceOf(second.secret())).isEmpty();

    Files.writeString(file, second.line() + "\n");
    now.addAndGet(2_000_000_000);
    assertThat(keys.sourceOf(first.secret())).isEmpty();
    assertThat(keys.sourceOf(second.secret())).hasValue("Daily News");

    Files.writeString(file, "nonsense\n");
    now.addAndGet(2_000_000_000);
    assertThat(keys.sourceOf(second.secret())).hasValue("Daily News");
    Files.delete(file);
    now.addAndGet(2_000_000_000);
    assertThat(keys.sourceOf(second.secret())).hasValue("Daily News");
  }

  @Test
  void aBadKeysFileStopsTheStartAndNamesTheLineButNotWhatIsInIt() throws IOException {
    Path file = folder.resolve("keys");
    assertThatThrownBy(() -> new ApiKeys(file, System::nanoTime))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no such file");

    ApiKey key = ApiKey.create("daily-bugle");
    Files.writeString(file, key.line() + "\n\ndaily-bugle " + key.secret() + "\n");
    assertThatThrownBy(() -> new ApiKeys(file, System::nanoTime))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining(key.secret());

    Files.writeString(file, key.line() + "\n" + key.line().replace("daily", "weekly") + "\n");
    assertThatThrownBy(() -> new ApiKeys(file, System::nanoTime)).hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", " a", "#a"})
  void aKeyIsOfASourceThatALineCanHold(String source) {
    assertThatThrownBy(() -> ApiKey.create(source)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate-per-second=0",
        "burst=0",
        "requests-in-flight=0",
        "mebibytes-in-flight=8",
        "publish-timeout=PT0.001S",
        "journey-url=http://example.org/"
      })
  void aSettingThatCantWorkIsNamed(String setting) throws IOException {
    String[] parts = setting.split("=", 2);
    assertThatThrownBy(
            () -> TestGateway.open(folder, Map.of("articles.gateway." + parts[0], parts[1])))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(parts[0]);
  }

  @Test
  void aPortWithoutKeysIsRefusedAndNoPortIsNoGateway() {
    GatewayConfig config =
        Configs.load(
                IngestConfig.class,
                null,
                Map.of(
                    "ARTICLES_KAFKA_BOOTSTRAP_SERVERS", "x",
                    "ARTICLES_REGISTRY_URL", "http://x",
                    "ARTICLES_GATEWAY_PORT", "8100",
                    "ARTICLES_GATEWAY_RATE_PER_SECOND", "7"),
                Map.of())
            .gateway();
    assertThat(config.port()).hasValue(8100);
    assertThat(config.ratePerSecond()).isEqualTo(7);
    assertThatThrownBy(
            () ->
                Gateway.build(
                    config,
                    TestGateway::nowhere,
                    submission -> Optional.empty(),
                    Rules.feeds(),
                    new SimpleMeterRegistry()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.gateway.keys-file");
  }
}
