package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.BodyTooLargeException;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's stack in a process of its own, used from outside by the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineIT.class);

  @TempDir static Path folder;
  private StackProcess demo;
  private Path data;

  @BeforeAll
  void start() {
    data = folder.resolve("stack");
    demo = StackProcess.start(data, "demo");
  }

  /** Also a check: see {@link StackProcess#stop()}. */
  @AfterAll
  void stop() {
    demo.stop();
  }

  @Test
  void theDemoPrintsWhatItFoundInEachSample() {
    assertThat(demo.output())
        .contains("Wexmouth Council Backs New Tram Bridge")
        .contains("2024-03-12T08:15:40Z · Local · en")
        .contains("2024-01-18T06:00:00Z · Lokales · de")
        .containsPattern("people: .*Ellen Marsh")
        .containsPattern("people: .*Tomas Brandt")
        .containsPattern("organisations: .*European Investment Bank")
        .containsPattern("organisations: .*Open Wexmouth")
        .containsPattern("places: .*Wexmouth")
        .containsPattern("places: .*Rotterdam")
        .containsPattern("searchable after [0-9,]+ ms: http://127.0.0.1:[0-9]+/articles/_search")
        .contains("index-service");
    assertThat(demo.output().split("searchable after", -1)).hasSize(Samples.count() + 1);
  }

  @Test
  void aSecondStackOnTheSameFolderIsRefused() {
    assertThat(Cli.on(data, "up").failed(1).err()).contains("already running as pid " + demo.pid());
  }

  @Test
  void anArticleIsIndexedOnceThenDuplicateThenReplacedThenWithdrawn() throws IOException {
    String uri = "urn:test:life";
    Path first =
        article("first", "Quillfeather bridge opens", "The quillfeather bridge opened on Monday.");
    Path second =
        article(
            "second", "Quillfeather bridge shuts", "The quillfeather bridge closed on Tuesday.");

    assertThat(submit(uri, 10, first).out()).startsWith("INDEXED " + uri + " revision 10 in ");
    awaitFound("quillfeather", "Quillfeather bridge opens");
    assertThat(submit(uri, 10, first).out()).startsWith("DUPLICATE " + uri);
    assertThat(submit(uri, 9, second).out()).startsWith("STALE " + uri);
    assertThat(submit(uri, 11, second).out()).startsWith("INDEXED " + uri + " revision 11");
    awaitFound("quillfeather", "Quillfeather bridge shuts");

    Cli.on(data, "submit", "--wait", "--uri", uri, "--revision", 12, "--status", "canceled", second)
        .done();
    await().untilAsserted(() -> assertThat(found("quillfeather")).isEmpty());
    assertThat(submit(uri, 11, second).out()).startsWith("STALE " + uri);
    assertThat(found("quillfeather")).isEmpty();

    await()
        .untilAsserted(
            () ->
                assertThat(
                        Cli.on(data, "journey", "--json", uri)
                            .done()
                            .json()
                            .findValuesAsText("outcome"))
                    .containsExactly(
                        "ACCEPTED",
                        "ENRICHED",
                        "INDEXED",
                        "DUPLICATE",
                        "STALE",
                        "ACCEPTED",
                        "ENRICHED",
                        "INDEXED",
                        "ACCEPTED",
                        "ENRICHED",
                        "INDEXED",
                        "STALE"));
  }

  @Test
  void theProgramOfTheDocumentationPublishes() throws Exception {
    StackFile stack = StackFile.read(data).orElseThrow();

    PublishingExample.main(
        new String[] {
          stack.kafka(),
          stack.registry(),
          "urn:test:example",
          "Zephyrine\n\nA text about zephyrine."
        });

    awaitFound("zephyrine", "Zephyrine");
  }

  @Test
  void anArticleThatCameOverHttpIsFollowedToItsEndByTheUrlOfTheAnswer() throws Exception {
    StackFile stack = StackFile.read(data).orElseThrow();
    Path keyFile = Path.of(stack.gatewayKey());
    assertThat(Files.getPosixFilePermissions(keyFile))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (HttpClient http = HttpClient.newHttpClient()) {
      String unknown = stack.console() + "/articles/urn%3Atest%3Anever/journey";
      assertThat(get(http, unknown).statusCode()).isEqualTo(404);
      assertThat(get(http, unknown).body()).contains("urn:articles:problem:not-found");
      assertThat(get(http, stack.console() + "/elsewhere").statusCode()).isEqualTo(404);

      HttpResponse<String> accepted =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          stack.gateway() + "/articles/https%3A%2F%2Fexample.org%2Fa?revision=5"))
                  .PUT(HttpRequest.BodyPublishers.ofString("Tamarind\n\nA text about tamarind."))
                  .header("Content-Type", "text/plain")
                  .header("Authorization", "Bearer " + Files.readString(keyFile).strip())
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(accepted.statusCode()).isEqualTo(202);
      String journey = accepted.headers().firstValue("Location").orElseThrow();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(
                          Output.JSON
                              .readTree(get(http, journey).body())
                              .findValuesAsText("outcome"))
                      .containsExactly("ACCEPTED", "ENRICHED", "INDEXED"));
      assertThat(Output.JSON.readTree(get(http, journey).body()))
          .isEqualTo(Cli.on(data, "journey", "--json", "https://example.org/a").done().json());
    }
    awaitFound("tamarind", "Tamarind");
  }

  private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void badFilesAreRefusedEachWithItsReasonAndTheOthersGoOn() throws IOException {
    Path good = article("good", "Marmalade", "A text about marmalade, and nothing else.");
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path large = Files.write(folder.resolve("large.txt"), new byte[5 * 1024 * 1024 + 1]);
    Path missing = folder.resolve("missing.txt");

    Cli mixed = Cli.on(data, "submit", "--wait", empty, large, missing, good, folder).failed(2);

    assertThat(mixed.err().lines())
        .containsExactlyInAnyOrder(
            "error: " + empty + ": is empty; an article needs a body",
            "error: " + large + ": is larger than the limit of 5 MiB (5242880 bytes); shorten it",
            "error: " + missing + ": no such file",
            "error: "
                + folder
                + ": is a folder; give the files in it, such as "
                + folder.resolve("*"));
    assertThat(mixed.out())
        .contains("INDEXED urn:articles:cli:good")
        .contains("1 INDEXED, 4 NOT_SENT");
  }

  @Test
  void aFileInAnotherEncodingComesThroughWhenItSaysWhichAndIsRejectedWithTheReasonWhenItIsNone()
      throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.write(
        latin,
        "Überblick\n\nDie Brücke über den Fluß öffnet.\n".getBytes(StandardCharsets.ISO_8859_1));

    Cli.on(data, "submit", "--wait", "--uri", "urn:test:latin", "--charset", "iso-8859-1", latin)
        .done();
    Cli unknown =
        Cli.on(data, "submit", "--wait", "--uri", "urn:test:klingon", "--charset", "klingon", latin)
            .failed(1);

    awaitFound("Brücke", "Überblick");
    assertThat(unknown.out()).startsWith("REJECTED urn:test:klingon").contains("UNKNOWN_CHARSET");
  }

  @Test
  void aRejectedArticleExits1AndItsDeadLetterShowsTheWholeRecord() throws IOException {
    String uri = "urn:test:rejected";
    Path story = article("rejected", "Rejected", "A text in no charset at all.");

    Cli rejected =
        Cli.on(data, "submit", "--wait", "--uri", uri, "--charset", "none", story).failed(1);

    assertThat(rejected.out()).startsWith("REJECTED " + uri).contains(": UNKNOWN_CHARSET: ");
    await().untilAsserted(() -> assertThat(deadLetters("--uri", uri)).hasSize(1));
    String id = deadLetters("--uri", uri).path(0).path("id").asText();
    JsonNode shown = Cli.on(data, "dead-letters", "show", "--json", id).done().json();
    assertThat(shown.path("reason").asText()).isEqualTo("UNKNOWN_CHARSET");
    assertThat(shown.at("/value/body").asText()).isEqualTo(Files.readString(story));
    assertThat(shown.at("/headers/ce_subject").asText()).isEqualTo(uri);
    assertThat(Cli.on(data, "dead-letters", "show", id).done().out())
        .contains("reason      UNKNOWN_CHARSET");
  }

  @Test
  void everyBadRecordOfAnotherClientEndsAsADeadLetterWithItsReasonAndNothingWaitsBehindIt()
      throws IOException {
    byte[] text =
        "Raw headline\n\nA text that nothing is wrong with.".getBytes(StandardCharsets.UTF_8);
    try (var raw = new RawRecords(StackFile.read(data).orElseThrow())) {
      raw.send("urn:bad:not-avro", "{\"uri\": 1}".getBytes(StandardCharsets.UTF_8));
      raw.send(RawRecords.submission("urn:bad:unknown-schema", text).build(), 2_000_000_000);
      raw.send("urn:bad:null-value", (byte[]) null);
      raw.send(null, text);
      raw.send("urn:bad:other-key", RawRecords.submission("urn:bad:key", text).build());
      raw.sendAside(RawRecords.submission("urn:bad:partition", text).build());
      raw.send(RawRecords.submission("urn:bad:empty", new byte[0]).build());
      raw.send(RawRecords.submission("urn:bad:large", new byte[Limits.MAX_BODY_BYTES + 1]).build());
      raw.send(RawRecords.submission("urn:bad:revision", text).setRevision(0).build());
      raw.send(
          RawRecords.submission("urn:bad:bytes", new byte[] {'a', (byte) 0xff})
              .setCharset("UTF-8")
              .build());
      raw.send(RawRecords.submission("urn:good:raw", text).build());
    }

    var reasons =
        Map.of(
            "urn:bad:not-avro", "NOT_AVRO",
            "urn:bad:unknown-schema", "UNKNOWN_SCHEMA",
            "urn:bad:null-value", "NULL_VALUE",
            "", "NULL_KEY",
            "urn:bad:other-key", "KEY_MISMATCH",
            "urn:bad:partition", "WRONG_PARTITION",
            "urn:bad:empty", "EMPTY_BODY",
            "urn:bad:large", "BODY_TOO_LARGE",
            "urn:bad:revision", "INVALID_REVISION",
            "urn:bad:bytes", "UNDECODABLE_BODY");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Map<String, String> found = new HashMap<>();
              deadLetters("--limit", "100")
                  .forEach(
                      letter ->
                          found.put(letter.path("key").asText(""), letter.path("reason").asText()));
              assertThat(found).containsAllEntriesOf(reasons);
            });
    awaitFound("\"raw headline\"", "Raw headline");
  }

  @Test
  void theSerializerRefusesABodyOverTheLimit() {
    ArticleSubmission large =
        RawRecords.submission("urn:large", new byte[Limits.MAX_BODY_BYTES + 1]).build();
    try (var serdes =
        new TopicSerdes(
            Map.of("schema.registry.url", StackFile.read(data).orElseThrow().registry()))) {
      var serializer = serdes.values(Topics.SUBMISSIONS).serializer();

      assertThatThrownBy(() -> serializer.serialize(Topics.SUBMISSIONS.name(), large))
          .isInstanceOf(BodyTooLargeException.class)
          .hasMessageContaining("5242880");
    }
  }

  @Test
  void topicsAreAsDeclaredAndGroupsCatchUp() {
    assertThat(Cli.on(data, "topics", "describe").done().out())
        .contains("articles.submissions")
        .doesNotContain("!");
    await()
        .untilAsserted(
            () ->
                assertThat(Cli.on(data, "topics", "lag").done().out())
                    .contains("articles-ingest", "articles-enrich", "caught up")
                    .doesNotContain("behind"));
  }

  @Test
  void whatIsMeasuredIsTheCatalogueAndAllThatRulesAndPanelsAskFor() throws Exception {
    StackFile stack = StackFile.read(data).orElseThrow();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI gateway = URI.create(stack.gateway() + "/articles");
      http.send(
          HttpRequest.newBuilder(gateway).POST(HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.discarding());
    }
    Set<String> asked = new TreeSet<>(MetricCatalogue.samples());
    MonitoringFiles.rules().forEach(query -> asked.addAll(query.metrics()));
    MonitoringFiles.panels().forEach(query -> asked.addAll(query.metrics()));
    asked.removeAll(MonitoringFiles.recorded());
    asked.remove("up");

    // Micrometer's binders look once a minute for what is new.
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(Scrape.of(stack).names()).containsAll(asked));
    assertThat(Scrape.of(stack).names())
        .filteredOn(name -> name.startsWith("articles_"))
        .isSubsetOf(MetricCatalogue.samples());
  }

  @Test
  void theServicesSayThatTheyAreReadyThatNothingWaitsAndWhatStateTakes() {
    StackFile stack = StackFile.read(data).orElseThrow();

    // Two looks, ten seconds apart, tell a mark of a transaction from a record.
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              Scrape scrape = Scrape.of(stack);
              assertThat(scrape.values("articles_service_ready{")).containsExactly(1.0, 1.0, 1.0);
              assertThat(scrape.values("articles_registry_reachable{")).containsOnly(1.0);
              assertThat(scrape.values("articles_kafka_reachable{")).containsOnly(1.0);
              assertThat(scrape.values("articles_group_members{")).containsOnly(1.0);
              assertThat(scrape.values("articles_lag_records{"))
                  .as("marks of transactions are no records")
                  .hasSizeGreaterThan(40)
                  .containsOnly(0.0);
              assertThat(scrape.values("articles_state_bytes{service=\"ingest-service\""))
                  .isNotEmpty();
            });
  }

  @Test
  void theCanaryIsFoundByOperatorsAndHiddenFromReaders() {
    StackFile stack = StackFile.read(data).orElseThrow();

    await().until(() -> !canaries(stack, "articles-all").isEmpty());
    assertThat(canaries(stack, "articles")).isEmpty();
    String uri = canaries(stack, "articles-all").getFirst();
    assertThat(Cli.on(data, "journey", uri).done().out())
        .contains("ACCEPTED", "ENRICHED", "INDEXED");
    await()
        .untilAsserted(
            () ->
                assertThat(Scrape.of(stack).values("articles_canary_age_seconds"))
                    .hasSize(1)
                    .allMatch(age -> age < 45));
  }

  private static List<String> canaries(StackFile stack, String alias) {
    URI search =
        URI.create(stack.elasticsearch() + "/" + alias + "/_search?q=source:_canary&size=100");
    try (HttpClient http = HttpClient.newHttpClient()) {
      String found =
          http.send(HttpRequest.newBuilder(search).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return Output.JSON.readTree(found).path("hits").findValuesAsText("uri").stream().toList();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theKnowledgeBaseTakesNewEntities() throws IOException {
    Path entities =
        Files.writeString(
            folder.resolve("new.jsonl"),
            "{\"uri\":\"urn:entity:test\",\"name\":\"Obadiah Fernsby\",\"type\":\"PERSON\"}\n");
    assertThat(Cli.on(data, "entities", "import", entities).done().out())
        .isEqualTo("1 entities imported\n");
    Path story =
        article(
            "fernsby",
            "Gardener wins prize",
            "Obadiah Fernsby won the prize for the largest marrow.");

    await()
        .untilAsserted(
            () -> {
              long revision = System.currentTimeMillis();
              submit("urn:test:fernsby", revision, story);
              await()
                  .untilAsserted(
                      () ->
                          assertThat(found("marrow").at("/0/document/revision").asLong())
                              .isEqualTo(revision));
              assertThat(found("marrow").findValuesAsText("name")).contains("Obadiah Fernsby");
            });
    assertThat(Cli.on(data, "entities", "remove", "urn:entity:test", "urn:nobody").done().out())
        .isEqualTo("2 removed, where they were known\n");
  }

  @Test
  void newKnowledgeReachesEarlierArticlesAndReprocessingIndexesNothingThatIsAsItWas()
      throws IOException {
    String uri = "urn:test:penhallow";
    submit(
        uri,
        1,
        article("penhallow", "Clockmaker retires", "Thaddeus Penhallow sold his last heliograph."));
    Path entities =
        Files.writeString(
            folder.resolve("penhallow.jsonl"),
            "{\"uri\":\"urn:entity:penhallow\",\"name\":\"Thaddeus Penhallow\",\"type\":\"PERSON\"}\n");

    Cli.on(data, "entities", "import", entities).done();

    await()
        .untilAsserted(
            () ->
                assertThat(found("heliograph").findValuesAsText("uri"))
                    .contains("urn:entity:penhallow"));
    assertThat(found("heliograph").at("/0/document/revision").asLong()).isEqualTo(1);
    JsonNode counts = Cli.on(data, "reprocess", "--json", "--rate", "500").done().json();
    assertThat(counts.path("sent").asInt()).isPositive().isEqualTo(counts.path("articles").asInt());
    await()
        .untilAsserted(
            () ->
                assertThat(Cli.on(data, "journey", uri).done().out())
                    .contains("REPROCESSED")
                    .containsSubsequence("INDEXED", "INDEXED", "UNCHANGED"));
    assertThat(Cli.on(data, "reprocess", "--dry-run", "--source", "nobody").done().out())
        .startsWith("0 articles would be reprocessed");

    assertThat(
            Cli.on(data, "entities", "remove", "--json", "urn:entity:penhallow")
                .done()
                .json()
                .path("articlesPublishedAnew")
                .asInt())
        .as("articles that are done when the command is")
        .isEqualTo(1);
  }

  @Test
  void theIndexShowsWhichOneServes() {
    assertThat(Cli.on(data, "index", "status").done().out())
        .contains("articles-000001")
        .contains("serves articles");
  }

  @Test
  void theIndexIsMadeAnewAndGoneBackTo() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"mappings\": [}");
    assertThat(Cli.on(data, "index", "rebuild", "--mapping", broken).failed(2).err())
        .contains("broken.json: line 2, column");

    assertThat(Cli.on(data, "index", "rebuild").done().out())
        .contains("articles-000002 serves now; articles-000001 is kept up");
    JsonNode indices = Cli.on(data, "index", "status", "--json").done().json().path("indices");
    assertThat(indices.findValuesAsText("state")).contains("serving", "standby");
    assertThat(indices.get(0).path("lag").isNumber()).isTrue();
    assertThat(Cli.on(data, "index", "rollback", "--json").done().json().path("to").asText())
        .isEqualTo("articles-000001");
    assertThat(found("Wexmouth tram bridge")).isNotEmpty();
  }

  @Test
  void whatWasRejectedComesThroughWhenItIsReplayedAndNothingOlderWins() {
    var replays = new Replays(data);
    replays.submissionsGoThroughTheGateAgainAndNothingOlderWins();
    replays.whatTheIndexRefusedIsMadeAgainFromItsNewestRevision();
  }

  @Test
  void theConsoleIsUsedInABrowser() throws IOException {
    Optional<Path> driver = Browser.driver();
    if (driver.isEmpty()) {
      LOG.warn("SKIPPED: the console in a browser; it needs Debian's chromium and chromium-driver");
    }
    assumeThat(driver).as("chromedriver").isPresent();
    try (Browser browser =
        Browser.open(driver.orElseThrow(), StackFile.read(data).orElseThrow().console())) {
      new ConsoleTour(data, browser).everyPage();
    }
  }

  private Path article(String name, String headline, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".txt"), headline + "\n\n" + text + "\n");
  }

  private Cli submit(String uri, long revision, Path file) {
    return Cli.on(data, "submit", "--wait", "--uri", uri, "--revision", revision, file).done();
  }

  private JsonNode found(String words) {
    return Cli.on(data, "search", "--json", words).done().json().path("hits");
  }

  private void awaitFound(String words, String headline) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(found(words).findValuesAsText("headline"))
                    .as(words.toLowerCase(Locale.ROOT))
                    .contains(headline));
  }

  private JsonNode deadLetters(Object... filter) {
    Object[] args = new Object[filter.length + 3];
    args[0] = "dead-letters";
    args[1] = "list";
    args[2] = "--json";
    System.arraycopy(filter, 0, args, 3, filter.length);
    return Cli.on(data, args).done().json().path("entries");
  }
}
