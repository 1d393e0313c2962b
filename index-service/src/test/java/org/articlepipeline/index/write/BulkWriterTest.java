package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The writer against answers of every kind, on a clock that only the test moves. */
final class BulkWriterTest {
  private static final BulkAnswer.Item OK = new BulkAnswer.Item(201, "");

  private final AtomicLong now = new AtomicLong();
  private final Sent sent = new Sent();
  private final List<String> settled = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Set<String> dropped = new HashSet<>();
  private final BulkWriter writer = writer(new BulkLimits(100, 4, 2, 1_000));

  /** What is on its way; the test answers. */
  private static final class Sent implements BulkTransport {
    final Deque<List<Write>> bulks = new ArrayDeque<>();
    final Deque<CompletableFuture<BulkAnswer>> answers = new ArrayDeque<>();

    @Override
    public CompletableFuture<BulkAnswer> send(List<Write> bulk) {
      bulks.add(bulk);
      CompletableFuture<BulkAnswer> answer = new CompletableFuture<>();
      answers.add(answer);
      return answer;
    }

    /** Ids of the next bulk, which is answered so. */
    List<String> answer(Function<List<Write>, BulkAnswer> how) {
      List<Write> bulk = bulks.remove();
      answers.remove().complete(how.apply(bulk));
      return bulk.stream().map(write -> write.id).toList();
    }
  }

  @Test
  void aBulkIsBoundedByCountAndByBytes() {
    add("a", 40);
    add("b", 40);
    add("c", 40);
    add("huge", 300);
    for (String id : List.of("d", "e", "f", "g", "h")) {
      add(id, 1);
    }
    writer.flush();
    assertThat(sent.answer(this::allOk)).containsExactly("a", "b");
    assertThat(sent.answer(this::allOk)).containsExactly("c");
    writer.flush();
    assertThat(sent.answer(this::allOk)).containsExactly("huge");
    assertThat(sent.answer(this::allOk)).containsExactly("d", "e", "f", "g");
    assertThat(settled).hasSize(8).allMatch(line -> line.endsWith("Indexed[]"));
  }

  @Test
  void noMoreIsInFlightThanAllowed() {
    for (int i = 0; i < 12; i++) {
      add("id" + i, 1);
    }
    writer.flush();
    assertThat(sent.bulks).hasSize(2);
    assertThat(writer.hasRoom()).isFalse();
  }

  @Test
  void bytesHeldAreBounded() {
    add("a", 1_200);
    assertThat(writer.hasRoom()).isFalse();
    writer.flush();
    sent.answer(this::allOk);
    assertThat(writer.hasRoom()).isTrue();
  }

  @Test
  void eachWriteIsSettledByItsOwnAnswer() {
    add("new", 1);
    add("old", 1);
    add("bad", 1);
    writer.flush();
    sent.answer(
        bulk ->
            new BulkAnswer.Items(
                List.of(
                    OK, new BulkAnswer.Item(409, "conflict"), new BulkAnswer.Item(400, "why"))));
    assertThat(settled)
        .containsExactly("new Indexed[]", "old Stale[]", "bad Rejected[status=400, reason=why]");
    assertThat(writer.hasRoom()).isTrue();
  }

  @Test
  void onlyWhatIsRetryableIsSentAgainAfterAWaitAndWithoutEnd() {
    add("fine", 1);
    add("busy", 1);
    writer.flush();
    sent.answer(bulk -> new BulkAnswer.Items(List.of(OK, new BulkAnswer.Item(429, "too busy"))));
    assertThat(settled).containsExactly("fine Indexed[]");

    for (int attempt = 0; attempt < 50; attempt++) {
      writer.flush();
      assertThat(sent.bulks).isEmpty();
      assertThat(writer.hasRoom()).isFalse();
      now.addAndGet(Duration.ofSeconds(10).toNanos());
      writer.flush();
      assertThat(sent.answer(bulk -> new BulkAnswer.Lost("connection refused")))
          .containsExactly("busy");
    }
    assertThat(writer.trouble()).isNotNull();
    retryNow();
    sent.answer(this::allOk);
    assertThat(settled).containsExactly("fine Indexed[]", "busy Indexed[]");
    assertThat(writer.trouble()).isNull();
    assertThat(writer.hasRoom()).isTrue();
  }

  @Test
  void duringAnOutageOneBulkAtATimeTries() {
    for (int i = 0; i < 8; i++) {
      add("id" + i, 1);
    }
    writer.flush();
    sent.answer(bulk -> new BulkAnswer.Lost("reset"));
    sent.answer(bulk -> new BulkAnswer.Lost("reset"));
    retryNow();
    assertThat(sent.bulks).hasSize(1);
    sent.answer(this::allOk);
    writer.flush();
    sent.answer(this::allOk);
    assertThat(settled).hasSize(8);
  }

  @Test
  void anAnswerThatDoesNotFitTheBulkSettlesNothing() {
    add("a", 1);
    add("b", 1);
    writer.flush();
    sent.answer(bulk -> new BulkAnswer.Items(List.of(OK)));
    assertThat(settled).isEmpty();
    retryNow();
    assertThat(sent.answer(this::allOk)).containsExactly("a", "b");
  }

  @Test
  void aBulkThatIsTooLargeIsHalvedUntilOnlyTheTooLargeDocumentIsRejected() {
    for (String id : List.of("a", "b", "giant", "d")) {
      add(id, 20);
    }
    writer.flush();
    while (!sent.bulks.isEmpty()) {
      sent.answer(
          bulk ->
              bulk.stream().anyMatch(write -> write.id.equals("giant"))
                  ? new BulkAnswer.Refused(413, "too large")
                  : allOk(bulk));
      writer.flush();
    }
    assertThat(settled)
        .containsExactlyInAnyOrder(
            "a Indexed[]",
            "b Indexed[]",
            "giant Rejected[status=413, reason=too large]",
            "d Indexed[]");
    assertThat(writer.trouble()).isNull();
  }

  @Test
  void aDocumentThatAlwaysFailsInsideElasticsearchIsRejectedInTheEndAndOthersNeverWaitForIt() {
    add("poison", 1);
    for (int i = 0; i <= Suspects.MAX_STRIKES; i++) {
      assertThat(settled).hasSize(i).allMatch(line -> line.endsWith("Indexed[]"));
      assertThat(writer.hasRoom()).isTrue();
      add("good" + i, 1);
      retryNow();
      while (!sent.bulks.isEmpty()) {
        sent.answer(bulk -> answers(bulk, "poison", new BulkAnswer.Item(500, "npe")));
      }
      assertThat(writer.trouble()).as("the index takes others").isNull();
    }
    assertThat(settled).contains("poison Rejected[status=500, reason=npe]").hasSize(12);
  }

  @Test
  void whileEverythingFailsInsideElasticsearchNothingIsRejected() {
    add("a", 1);
    add("b", 1);
    for (int i = 0; i < 5 * Suspects.MAX_STRIKES; i++) {
      retryNow();
      while (!sent.bulks.isEmpty()) {
        sent.answer(
            bulk ->
                new BulkAnswer.Items(
                    bulk.stream().map(write -> new BulkAnswer.Item(500, "disk")).toList()));
      }
      assertThat(writer.trouble()).isNotNull();
    }
    assertThat(settled).isEmpty();
    retryNow();
    while (!sent.bulks.isEmpty()) {
      sent.answer(this::allOk);
    }
    assertThat(settled).containsExactlyInAnyOrder("a Indexed[]", "b Indexed[]");
    assertThat(writer.trouble()).isNull();
  }

  @Test
  void ofABulkThatIsRefusedWith500OnlyTheGuiltyDocumentIsRejected() {
    for (String id : List.of("a", "b", "poison", "d")) {
      add(id, 1);
    }
    for (int i = 0; i < 40 && settled.size() < 16; i++) {
      add("later" + i, 1);
      retryNow();
      while (!sent.bulks.isEmpty()) {
        sent.answer(
            bulk ->
                bulk.stream().anyMatch(write -> write.id.equals("poison"))
                    ? new BulkAnswer.Refused(500, "boom")
                    : allOk(bulk));
      }
    }
    assertThat(settled)
        .contains("a Indexed[]", "b Indexed[]", "d Indexed[]")
        .contains("poison Rejected[status=500, reason=boom]")
        .filteredOn(line -> line.contains("Rejected"))
        .hasSize(1);
  }

  @Test
  void heldBytesStayBelowTheLimit() {
    int added = 0;
    while (writer.hasRoom()) {
      add("id" + added++, 90);
    }
    assertThat(added).as("of 90 bytes, limit 1,000").isEqualTo(11);
  }

  @Test
  void refusalsThatAreNobodysFaultAreWaitedOut() {
    for (int status : new int[] {401, 403, 404, 429, 502, 503, 504}) {
      add("id" + status, 1);
      writer.flush();
      sent.answer(bulk -> new BulkAnswer.Refused(status, "no"));
      retryNow();
      sent.answer(this::allOk);
    }
    assertThat(settled).hasSize(7).allMatch(line -> line.endsWith("Indexed[]"));
  }

  @Test
  void aMissingTargetIsReportedAndTheWriteKept() {
    add("a", 1);
    writer.flush();
    sent.answer(bulk -> new BulkAnswer.Items(List.of(new BulkAnswer.Item(404, "no such index"))));
    assertThat(missing).containsExactly("target");
    retryNow();
    sent.answer(this::allOk);
    assertThat(settled).containsExactly("a Indexed[]");
  }

  @Test
  void newerVersionsOfOneDocumentGoInOneBulkInTheirOrderAndThoseOfTwoBulksOneAfterTheOther() {
    for (int version = 1; version <= 5; version++) {
      add("a", 1, version);
    }
    writer.flush();
    assertThat(sent.bulks).hasSize(1);
    assertThat(sent.bulks.peek())
        .extracting(write -> write.version)
        .containsExactly(1L, 2L, 3L, 4L);
    sent.answer(
        bulk -> new BulkAnswer.Items(List.of(OK, OK, new BulkAnswer.Item(429, "too busy"), OK)));
    retryNow();
    assertThat(sent.bulks.remove()).extracting(write -> write.version).containsExactly(3L);
    assertThat(sent.bulks).as("the fifth while the third is on its way").isEmpty();
    sent.answers.remove().complete(new BulkAnswer.Items(List.of(OK)));
    writer.flush();
    assertThat(sent.bulks.remove()).extracting(write -> write.version).containsExactly(5L);
  }

  @Test
  void ofOneVersionOnlyOneWriteIsUnderWayInTheirOrder() {
    add("a", 1);
    add("a", 2);
    add("b", 1);
    writer.flush();
    assertThat(sent.answer(bulk -> new BulkAnswer.Lost("reset"))).containsExactly("a", "b");
    retryNow();
    List<Integer> sizes = new ArrayList<>();
    while (!sent.bulks.isEmpty()) {
      sent.bulks.peek().stream()
          .filter(write -> write.id.equals("a"))
          .forEach(write -> sizes.add(write.document.length));
      sent.answer(this::allOk);
      writer.flush();
    }
    assertThat(sizes).containsExactly(1, 2);
  }

  @Test
  void whatNobodyWaitsForIsForgottenUnlessItIsInFlight() {
    add("flying", 1);
    writer.flush();
    add("queued", 1);
    dropped.addAll(List.of("flying", "queued"));
    writer.forgetDropped();
    sent.answer(bulk -> new BulkAnswer.Lost("reset"));
    retryNow();
    assertThat(sent.bulks).isEmpty();
    dropped.clear();
    add("flying", 1);
    retryNow();
    assertThat(sent.answer(this::allOk)).containsExactly("flying");
  }

  private BulkWriter writer(BulkLimits limits) {
    return new BulkWriter(
        sent,
        Runnable::run,
        limits,
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.5),
        now::get,
        missing::add,
        new WriterMetrics(new SimpleMeterRegistry(), "test", "test", 1));
  }

  private void add(String id, int size) {
    add(id, size, 1);
  }

  private void add(String id, int size, long version) {
    byte[] document = "x".repeat(size).getBytes(UTF_8);
    writer.add(
        new Write(
            "target",
            id,
            version,
            document,
            0,
            outcome -> settled.add(id + " " + outcome),
            () -> dropped.contains(id)));
  }

  private BulkAnswer answers(List<Write> bulk, String id, BulkAnswer.Item item) {
    return new BulkAnswer.Items(
        bulk.stream().map(write -> write.id.equals(id) ? item : OK).toList());
  }

  private void retryNow() {
    now.addAndGet(Duration.ofSeconds(11).toNanos());
    writer.flush();
  }

  private BulkAnswer allOk(List<Write> bulk) {
    return new BulkAnswer.Items(bulk.stream().map(write -> OK).toList());
  }
}
