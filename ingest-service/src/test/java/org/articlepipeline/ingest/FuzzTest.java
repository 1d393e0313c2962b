package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.feed.Feed;
import org.articlepipeline.ingest.feed.FeedException;
import org.articlepipeline.ingest.feed.FeedReader;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent, nothing escapes, each record ends in exactly one receipt, and a rejection says
 * why. {@code -Dfuzz.count=N -Dfuzz.seed=S} runs more and others; a failure names the seed of its
 * case, to be run alone by {@code -Dfuzz.case=SEED}. What was found once is kept in {@code
 * resources/fuzz}.
 */
class FuzzTest {

  private static final int COUNT = Integer.getInteger("fuzz.count", 1000);
  private static final long SEED = Long.getLong("fuzz.seed", 20260301);

  /** Each driver keeps all that was ever sent to its changelogs. */
  private static final int CASES_PER_DRIVER = 1000;

  /** Each so many cases one is sent twice. */
  private static final int RESENT = 10;

  /** A case takes milliseconds; this is for what never ends. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Map<String, Integer> ends = new TreeMap<>();

  @TempDir Path state;

  @Test
  void everyRecordEndsInOneReceiptWhateverIsSent() {
    Long only = Long.getLong("fuzz.case");
    var fuzzer = new Fuzzer();
    List<String> failures = new ArrayList<>();
    for (int from = 0; from < (only == null ? COUNT : 1); from += CASES_PER_DRIVER) {
      try (var ingest = new IngestDriver(state.resolve("s" + from))) {
        int id =
            ingest.registry.register(
                "articles.submissions-value", fuzzer.make(0, 1).submission().getSchema());
        int offset = 0;
        for (int i = from; i < Math.min(from + CASES_PER_DRIVER, only == null ? COUNT : 1); i++) {
          long seed = only == null ? SEED * 1_000_003 + i : only;
          Fuzzer.Case made = fuzzer.make(seed, id);
          run(ingest, made, offset++, "seed " + seed, failures);
          if (i % RESENT == 0) {
            run(ingest, made, offset++, "seed " + seed + " sent again", failures);
          }
        }
      }
    }
    System.out.printf("fuzz: %,d cases of seed %d: %s%n", COUNT, SEED, ends);
    assertThat(failures.stream().limit(20).toList()).as("%d failures", failures.size()).isEmpty();
  }

  @Test
  void noFeedBreaksItsReader() {
    var fuzzer = new Fuzzer();
    for (int i = 0; i < Math.max(200, COUNT / 10); i++) {
      long seed = SEED * 1_000_003 + i;
      byte[] feed = fuzzer.feed(seed);
      assertTimeoutPreemptively(
          LIMIT, () -> assertThatNoException().as("seed %d", seed).isThrownBy(() -> read(feed)));
    }
  }

  /** Each entry that comes out of a feed keeps every rule of submissions. */
  private static void read(byte[] document) {
    try {
      Feed feed = new FeedReader("fuzz").read(document, null, null, Submissions.NOW);
      assertThat(feed.submissions())
          .allSatisfy(s -> assertThat(SubmissionRules.check(s)).isInstanceOf(Checked.Good.class));
    } catch (FeedException e) {
      assertThat(e).hasMessageMatching("(?s).{20,1000}");
    }
  }

  static Stream<Path> found() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(FuzzTest.class.getResource("/fuzz")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("found")
  void whatWasFoundOnceIsNotFoundAgain(Path file) throws IOException {
    String[] name = file.getFileName().toString().split("\\.");
    byte[] bytes = Files.readAllBytes(file);
    List<String> failures = new ArrayList<>();
    try (var ingest = new IngestDriver(state)) {
      var submission = Submissions.usable("urn:fuzz:1", 1);
      if (!name[1].equals("record")) {
        submission
            .setFormat(Format.valueOf(name[1].toUpperCase(java.util.Locale.ROOT)))
            .setBody(ByteBuffer.wrap(bytes));
      }
      byte[] sent = ingest.bytes(submission.build());
      byte[] value = name[1].equals("record") ? bytes : sent;
      var made =
          new Fuzzer.Case(
              submission.build(), "urn:fuzz:1".getBytes(UTF_8), value, new RecordHeaders());
      run(ingest, made, 0, file.getFileName().toString(), failures);
    }
    assertThat(failures).isEmpty();
  }

  private void run(
      IngestDriver ingest, Fuzzer.Case made, long offset, String name, List<String> failures) {
    try {
      assertTimeoutPreemptively(
          LIMIT,
          () -> {
            ingest.send(made.key(), made.value(), made.headers());
            check(ingest, offset);
          });
    } catch (Throwable e) { // Each failure of a run is to be told.
      String why = e.toString();
      failures.add(
          name + ": " + why.substring(0, Math.min(why.length(), 500)) + " of " + shown(made));
      ingest.forget();
    }
  }

  private void check(IngestDriver ingest, long offset) {
    List<Receipt> receipts = ingest.receipts.readValuesToList();
    List<DeadLetter> letters = ingest.deadLetters.readValuesToList();
    List<Article> articles = ingest.accepted.readValuesToList();
    List<Receipt> own = receipts.stream().filter(r -> r.getOffset() == offset).toList();
    assertThat(own).as("receipts").hasSize(1);
    assertThat(receipts.stream().filter(r -> r.getOffset() != offset))
        .allSatisfy(r -> assertThat(r.getOutcome()).isEqualTo(Outcomes.SUPERSEDED));
    String outcome = own.getFirst().getOutcome();
    assertThat(articles).hasSize(outcome.equals(Outcomes.ACCEPTED) ? 1 : 0);
    assertThat(letters).hasSize(outcome.equals(Outcomes.REJECTED) ? 1 : 0);
    letters.forEach(letter -> check(letter, own.getFirst()));
    articles.forEach(FuzzTest::check);
    ends.merge(letters.isEmpty() ? outcome : letters.getFirst().getReason(), 1, Integer::sum);
  }

  private static void check(DeadLetter letter, Receipt receipt) {
    assertThat(receipt.getReason()).isEqualTo(letter.getReason());
    assertThat(Reason.valueOf(letter.getReason()))
        .as(letter.getMessage())
        .isNotEqualTo(Reason.STEP_FAILED);
    assertThat(letter.getMessage()).isNotBlank();
  }

  /** What is indexed can be stored, shown and searched. */
  private static void check(Article article) {
    Stream.concat(
            Stream.of(
                article.getHeadline(),
                article.getSubheadline(),
                article.getByline(),
                article.getBody()),
            Stream.of(article.getAuthors(), article.getSections(), article.getKeywords())
                .flatMap(List::stream))
        .filter(Objects::nonNull)
        .forEach(
            text ->
                assertThat(text.codePoints())
                    .as(text)
                    .noneMatch(
                        c ->
                            (Character.isISOControl(c) && c != '\n')
                                || (c >= 0x202A && c <= 0x202E)
                                || c == 0));
  }

  private static String shown(Fuzzer.Case made) {
    byte[] value = made.value();
    if (value == null) {
      return "null";
    }
    String base64 = Base64.getEncoder().encodeToString(value);
    return base64.length() > 3000 ? base64.substring(0, 3000) + "..." : base64;
  }
}
