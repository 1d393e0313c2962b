package org.articlepipeline.operations.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.ConsoleConfig;
import org.articlepipeline.platform.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, before any server is asked. */
class ConsoleSecurityTest {
  private static final Console CONSOLE = TestConsole.start();

  @TempDir Path folder;

  @AfterAll
  static void close() {
    CONSOLE.close();
  }

  private static RawHttp get(String path, String... headers) {
    return RawHttp.get(CONSOLE.uri(), path, headers);
  }

  private static RawHttp post(String path, String form, String... headers) {
    return RawHttp.send(CONSOLE.uri(), "POST", path, form, headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sign-in", "/nothing", "/assets/console.css", "/articles/x/journey"})
  void everyAnswerForbidsInlineScriptsFramesAndOtherSites(String path) {
    RawHttp answer = get(path);

    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", ""})
  void anotherSitesNameThatLeadsHereGetsNothing(String host) {
    RawHttp answer = get("/sign-in", "Host: " + host);

    assertThat(answer.status()).isIn(400, 421);
    assertThat(answer.body()).doesNotContain("<form");
  }

  @Test
  void namesOfThisMachineAreAnswered() {
    assertThat(get("/sign-in", "Host: LOCALHOST:1234").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dead-letters/plan",
        "/dead-letters/replay",
        "/index/rebuild",
        "/index/rollback",
        "/index/audit",
        "/sign-out"
      })
  void nothingIsChangedWithoutSigningInNorByAFormOfAnotherPageOrSite(String path) {
    String cookie = "Cookie: " + TestConsole.signIn(CONSOLE);

    assertThat(post(path, "reason=X").status()).isEqualTo(403);
    assertThat(post(path, "reason=X", cookie).status()).isEqualTo(403);
    assertThat(post(path, "reason=X&csrf=guess", cookie).status()).isEqualTo(403);
    assertThat(
            post(path, "reason=X&csrf=" + csrf(cookie), cookie, "Sec-Fetch-Site: cross-site")
                .status())
        .isEqualTo(403);
    assertThat(get(path, cookie).status()).isEqualTo(405);
  }

  /** As one of our pages has it. */
  private static String csrf(String cookie) {
    String page = get("/sign-in", cookie).body();
    return page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void theRightTokenGivesACookieThatScriptsAndOtherSitesCannotUseUntilSigningOut() {
    RawHttp wrong = post("/sign-in", "name=Ada&token=" + "x".repeat(32));
    RawHttp nameless = post("/sign-in", "name=&token=" + TestConsole.TOKEN);
    RawHttp right = post("/sign-in", "name=Ada+%3Cb%3E&token=" + TestConsole.TOKEN);

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.header("Set-Cookie")).isEmpty();
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(right.status()).isEqualTo(303);
    assertThat(right.header("Set-Cookie").orElseThrow())
        .startsWith("articles-console-" + CONSOLE.uri().getPort() + "=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
    String cookie = "Cookie: " + right.header("Set-Cookie").orElseThrow().split(";")[0];
    assertThat(get("/sign-in", cookie).body()).contains("Signed in as <b>Ada &lt;b&gt;</b>");
    assertThat(post("/sign-out", "csrf=" + csrf(cookie), cookie).status()).isEqualTo(303);
    assertThat(get("/sign-in", cookie).body()).doesNotContain("Signed in");
  }

  @Test
  void aPageThatAnotherSiteSendsTheSignInFormFromIsRefused() {
    assertThat(
            post("/sign-in", "name=Ada&token=" + TestConsole.TOKEN, "Sec-Fetch-Site: cross-site")
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoListensElsewhereNeedsATokenAndReadersSignIn() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TestConsole.TOKEN + "\n");
    Path weak = Files.writeString(folder.resolve("weak"), "secret\n");

    assertThatThrownBy(() -> ConsoleSettings.of(config("0.0.0.0", Optional.empty())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.console.token-file");
    assertThatThrownBy(() -> ConsoleSettings.of(config("127.0.0.1", Optional.of(weak))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("6 characters");
    assertThatThrownBy(
            () -> ConsoleSettings.of(config("127.0.0.1", Optional.of(folder.resolve("missing")))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("missing");
    ConsoleSettings open = ConsoleSettings.of(config("0.0.0.0", Optional.of(token)));
    assertThat(open.readableByAll()).isFalse();
    try (Console console =
        Console.start(
            new ConsoleSettings("127.0.0.1", 0, open.token(), Set.of("127.0.0.1"), false))) {
      assertThat(RawHttp.get(console.uri(), "/topics").header("Location")).contains("/sign-in");
      assertThat(RawHttp.get(console.uri(), "/api/flow").header("Location")).contains("/sign-in");
      assertThat(RawHttp.get(console.uri(), "/assets/console.css").status()).isEqualTo(200);
      assertThat(RawHttp.get(console.uri(), "/articles/urn%3Aa/journey").status())
          .as("CMSes ask without a token")
          .isEqualTo(503);
      String cookie = "Cookie: " + TestConsole.signIn(console);
      assertThat(RawHttp.get(console.uri(), "/topics", cookie).body()).contains("is starting");
    }
  }

  private static ConsoleConfig config(String host, Optional<Path> token) {
    return new ConsoleConfig() {
      @Override
      public String host() {
        return host;
      }

      @Override
      public int port() {
        return 0;
      }

      @Override
      public Optional<Path> tokenFile() {
        return token;
      }

      @Override
      public Optional<List<String>> allowedHosts() {
        return Optional.empty();
      }
    };
  }

  @Test
  void theTokenOfALocalStackIsItsOwnersAloneAndStays() throws IOException {
    Path file = folder.resolve("console").resolve("token");

    Optional<String> first = ConsoleSettings.local(0, file).token();
    Optional<String> second = ConsoleSettings.local(0, file).token();

    assertThat(first).isEqualTo(second).get().asString().hasSizeGreaterThan(40);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void wrongInputIsAnsweredByAPageThatSaysWhatIsWrong() {
    assertThat(get("/nothing").body()).contains("There is nothing at /nothing.");
    assertThat(get("/topics?a=%GG").status()).isEqualTo(400);
    assertThat(get("/search?page=0").status()).isEqualTo(400);
    assertThat(get("/search?page=x").body()).contains("page must be a number from 1 to");
    assertThat(get("/dead-letters/show?id=x").body()).contains("is no id of a dead letter");
    assertThat(get("/assets/../Console.class").status()).isEqualTo(404);
    assertThat(get("/job?id=x").body()).contains("no such job");
    assertThat(RawHttp.send(CONSOLE.uri(), "DELETE", "/topics", "").status()).isEqualTo(405);
    for (String path : List.of("/nothing", "/topics?a=%GG", "/%3Cscript%3E", "/?q=\"'<>")) {
      assertThat(get(path).body()).doesNotContain("Exception", "\tat ", "<script>");
    }
  }

  @Test
  void beforeTheStackIsThereAPageSaysSo() {
    assertThat(get("/").status()).isEqualTo(503);
    assertThat(get("/").body()).contains("The stack is starting");
    assertThat(get("/articles/urn%3Aa/journey").header("Retry-After")).contains("2");
  }

  @Test
  void anAddressThatIsTakenIsSaid() {
    var taken =
        new ConsoleSettings("127.0.0.1", CONSOLE.uri().getPort(), Optional.empty(), Set.of(), true);

    assertThatThrownBy(() -> Console.start(taken))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("can't listen");
  }
}
