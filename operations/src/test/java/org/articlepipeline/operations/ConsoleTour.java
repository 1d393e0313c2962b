package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.Keys;

/** Every page of the console in a browser, as an operator and as a reader use it. */
final class ConsoleTour {
  private static final String HOSTILE = "urn:tour:hostile";
  private static final String POISON = "urn:tour:poison";

  /** Each control has a name that a screen reader can say. */
  private static final String NAMELESS =
      """
      return [...document.querySelectorAll('input:not([type=hidden]), select, button, a, progress, [role=img]')]
        .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label')))
        .map(e => e.outerHTML).join('\\n');
      """;

  private static final String OVERFLOW =
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";

  private final Path data;
  private final StackFile stack;
  private final Browser browser;

  ConsoleTour(Path data, Browser browser) {
    this.data = data;
    this.stack = StackFile.read(data).orElseThrow();
    this.browser = browser;
  }

  void everyPage() throws IOException {
    submitted();
    flow();
    search();
    hostileArticle();
    readOnly();
    signIn();
    deadLettersAndReplay();
    journey();
    index();
    topicsAndAuditTrail();
    keyboardAndNarrowScreens();
    assertThat(browser.complaints()).as("what the browser complained of").isEmpty();
  }

  private void submitted() {
    String script = "<script>document.title = 'taken over'</script>";
    byte[] hostile =
        "Zinnober <img src=x onerror=\"document.title='taken over'\"> works\n\nThey closed."
            .getBytes(UTF_8);
    byte[] text =
        ("Tour of the harbour\n\nThe celadon lighthouse was painted. " + script).getBytes(UTF_8);
    try (var cms = new RawRecords(stack)) {
      cms.send(
          RawRecords.submission(HOSTILE, hostile)
              .setHeadline("Zinnober works <script>document.title = 'taken over'</script>")
              .build());
      cms.sendAside(RawRecords.submission(POISON, text).setSource("tour").build());
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(Cli.on(data, "journey", HOSTILE).out()).contains("INDEXED");
              assertThat(Cli.on(data, "journey", POISON).out()).contains("REJECTED");
            });
  }

  private void flow() {
    browser.awaitPage("/", "articles.submissions", "ingest-service", "caught up");
    String before = browser.one("#flow-at").getText();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(browser.one("#flow-at").getText()).isNotEqualTo(before));
    assertThat(browser.all("#chart canvas")).as("the chart").isNotEmpty();
    browser.screenshot("flow");
    browser.dark(true);
    browser.open("/");
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 19, 24)");
    browser.screenshot("flow-dark");
    browser.dark(false);
  }

  private void search() {
    browser.open("/search?q=bridge");
    assertThat(browser.all("ol.hits mark")).isNotEmpty();
    assertThat(browser.text()).contains("People", "Places", "Query: The search");
    browser.screenshot("search");
    browser.one("#q").clear();
    browser.one("#q").sendKeys("Ellen Ma");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(browser.all("#suggestions option"))
                    .extracting(option -> option.getDomAttribute("value"))
                    .contains("Ellen Marsh"));
    browser.open("/search?q=bridge");
    browser.link("Rotterdam").click();
    assertThat(browser.all("ol.hits > li")).hasSize(1);
    browser.all("ol.hits a.headline").getFirst().click();
    assertThat(browser.text()).contains("Who and what", "Rotterdam", "More like this");
    browser.link("Its story").click();
    assertThat(browser.text()).contains("As it came", "Wexmouth");
  }

  private void hostileArticle() {
    browser.open("/search?q=zinnober");
    assertThat(browser.text()).containsIgnoringCase("zinnober works");
    assertThat(browser.title()).isEqualTo("Search – article pipeline");
    browser.all("ol.hits a.headline").getFirst().click();
    assertThat(browser.text()).contains("<img src=x onerror=");
    assertThat(browser.title()).startsWith("Zinnober works").endsWith("article pipeline");
    browser.open("/dead-letters/list?uri=" + POISON);
    browser.awaitPage(
        String.valueOf(browser.one("tbody a").getDomAttribute("href")),
        "<script>document.title = 'taken over'</script>");
    assertThat(browser.title()).isEqualTo("Dead letter – article pipeline");
  }

  private void readOnly() {
    browser.open("/dead-letters");
    assertThat(browser.all("main form button"))
        .extracting(b -> b.getText())
        .containsExactly("Filter");
  }

  private void signIn() throws IOException {
    String token = Files.readString(LocalStack.consoleToken(data)).strip();
    browser.open("/sign-in#" + token);
    await()
        .untilAsserted(
            () -> assertThat(browser.run("return document.activeElement.id")).isEqualTo("name"));
    assertThat(browser.run("return location.href").toString()).doesNotContain(token);
    browser.one("#name").sendKeys("Ada Operator", Keys.ENTER);
    await()
        .untilAsserted(
            () ->
                assertThat(browser.one("header").getText()).contains("Signed in as Ada Operator"));
  }

  private void deadLettersAndReplay() {
    browser.open("/dead-letters");
    assertThat(browser.text()).contains("WRONG_PARTITION", "murmur2");
    browser.screenshot("dead-letters");
    browser.open("/dead-letters/list?uri=" + POISON);
    String letter = String.valueOf(browser.one("tbody a").getDomAttribute("href"));
    browser.awaitPage(
        letter, "celadon lighthouse", "partitioner=murmur2_random", "Journey of the article");
    browser.screenshot("dead-letter");
    browser.open("/dead-letters/list?uri=" + POISON);
    browser.button("Dry run of a replay of all of these").click();
    browser.awaitText("1 dead letters with uri " + POISON + " would be replayed");
    browser.screenshot("replay");
    browser.button("Replay 1").click();
    browser.awaitText("1 dead letters were replayed.");
    browser.awaitPage("/dead-letters/list?uri=" + POISON, "replayed");
  }

  private void journey() {
    browser.awaitPage(
        "/journey?uri=" + POISON, "REJECTED", "REPLAYED", "Ada Operator (console)", "INDEXED");
    browser.screenshot("journey");
  }

  private void index() {
    browser.awaitPage("/index", "articles-000001", "readers are here", "caught up");
    browser.screenshot("index");
    browser.button("Audit now").click();
    browser.awaitText("articles in the log");
    assertThat(browser.text()).contains(" found, ");
  }

  private void topicsAndAuditTrail() {
    browser.awaitPage("/topics", "All topics are as declared.", "retention.ms");
    browser.awaitPage(
        "/operations", "REPLAY", "uri " + POISON, "Ada Operator (console)", "AUDIT", "ENDED");
    browser.screenshot("audit-trail");
  }

  private void keyboardAndNarrowScreens() {
    browser.open("/dead-letters");
    browser.one("body").sendKeys(Keys.TAB);
    assertThat(browser.run("return document.activeElement.textContent"))
        .isEqualTo("Skip to content");
    browser.narrow();
    for (String path :
        List.of(
            "/",
            "/dead-letters",
            "/dead-letters/list",
            "/journey?uri=" + POISON,
            "/index",
            "/topics",
            "/operations",
            "/search?q=bridge")) {
      browser.open(path);
      assertThat(browser.run(NAMELESS)).as("controls without a name on " + path).isEqualTo("");
      assertThat(browser.run(OVERFLOW)).as("wider than the screen: " + path).isEqualTo("0");
      assertThat(browser.all("main h1")).hasSize(1);
    }
    browser.open("/");
    browser.screenshot("flow-narrow");
    browser.wide();
  }
}
