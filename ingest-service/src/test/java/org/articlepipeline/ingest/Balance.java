package org.articlepipeline.ingest;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;

/**
 * The books of ingest, from what is committed alone: consumed = forwarded + held + skipped +
 * dead-lettered, where each submission is in exactly one of them.
 *
 * @param ends how many submissions each partition holds
 */
record Balance(
    Map<TopicPartition, Long> ends,
    List<Receipt> receipts,
    List<DeadLetter> deadLetters,
    List<ConsumerRecord<String, Article>> accepted) {

  /** Every submission has exactly one of these. */
  private static final Set<String> FIRST =
      Set.of(
          Outcomes.ACCEPTED, Outcomes.HELD, Outcomes.DUPLICATE, Outcomes.STALE, Outcomes.REJECTED);

  private static final Pattern HELD_UNTIL = Pattern.compile("Held until (\\S+Z)\\.");

  private record Position(int partition, long offset) {}

  long consumed() {
    return ends.values().stream().mapToLong(n -> n).sum();
  }

  long count(String outcome) {
    return receipts.stream().filter(r -> r.getOutcome().equals(outcome)).count();
  }

  /** How often each outcome came, for people. */
  Map<String, Long> outcomes() {
    return receipts.stream()
        .collect(
            groupingBy(
                r -> r.getReason() == null ? r.getOutcome() : r.getReason(),
                TreeMap::new,
                Collectors.counting()));
  }

  /** Whether every submission has its first receipt. */
  boolean complete() {
    return receipts.stream().filter(r -> FIRST.contains(r.getOutcome())).count() >= consumed();
  }

  /** What is held now: HELD was its last receipt. */
  long held() {
    return byPosition().values().stream().filter(of -> of.size() == 1 && isHeld(of)).count();
  }

  private static boolean isHeld(List<String> outcomes) {
    return outcomes.getFirst().equals(Outcomes.HELD);
  }

  /** What is held, or visible, and ends before this time. */
  long due(Instant before) {
    Map<Position, List<String>> outcomes = byPosition();
    long held =
        receipts.stream()
            .filter(r -> r.getOutcome().equals(Outcomes.HELD))
            .filter(r -> outcomes.getOrDefault(position(r), List.of()).size() == 1)
            .filter(r -> heldUntil(r).isBefore(before))
            .count();
    var newest = new HashMap<String, Article>();
    accepted.forEach(r -> newest.put(r.key(), r.value()));
    return held
        + newest.values().stream()
            .filter(a -> a.getBody() != null)
            .map(Article::getExpires)
            .filter(expires -> expires != null && expires.isBefore(before))
            .count();
  }

  private static Instant heldUntil(Receipt receipt) {
    Matcher told = HELD_UNTIL.matcher(String.valueOf(receipt.getMessage()));
    assertThat(told.find()).as(receipt.getMessage()).isTrue();
    return Instant.parse(told.group(1));
  }

  private static Position position(Receipt receipt) {
    return new Position(receipt.getPartition(), receipt.getOffset());
  }

  void assertCloses() {
    Map<Position, List<String>> outcomes = byPosition();
    assertThat(outcomes.keySet()).isEqualTo(positions());
    assertThat(outcomes)
        .allSatisfy(
            (position, of) -> {
              assertThat(FIRST).contains(of.getFirst());
              assertThat(of).doesNotHaveDuplicates();
              assertThat(of.subList(1, of.size())).allMatch(later -> follows(later, of));
            });
    assertThat(deadLetters)
        .extracting(letter -> new Position(letter.getPartition(), letter.getOffset()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            outcomes.entrySet().stream()
                .filter(e -> e.getValue().contains(Outcomes.REJECTED))
                .map(Map.Entry::getKey)
                .toList());
    long expiredUnseen =
        outcomes.values().stream()
            .filter(of -> of.getFirst().equals(Outcomes.HELD) && !of.contains(Outcomes.RELEASED))
            .filter(of -> of.contains(Outcomes.EXPIRED))
            .count();
    long forwarded = count(Outcomes.ACCEPTED) + count(Outcomes.RELEASED) + expiredUnseen;
    long skipped = count(Outcomes.DUPLICATE) + count(Outcomes.STALE) + count(Outcomes.SUPERSEDED);
    assertThat(consumed()).isEqualTo(forwarded + held() + skipped + deadLetters.size());
    assertThat(accepted)
        .hasSize(
            (int) (forwarded + count(Outcomes.EXPIRED) - expiredUnseen + count(Outcomes.ERASED)))
        .extracting(
            r -> r.key() + " " + r.value().getRevision() + " " + (r.value().getBody() != null))
        .doesNotHaveDuplicates();
  }

  private static boolean follows(String later, List<String> all) {
    return switch (later) {
      case Outcomes.RELEASED, Outcomes.SUPERSEDED -> all.contains(Outcomes.HELD);
      case Outcomes.ERASED -> all.contains(Outcomes.ACCEPTED);
      case Outcomes.EXPIRED -> all.contains(Outcomes.HELD) || all.contains(Outcomes.ACCEPTED);
      default -> false;
    };
  }

  private Set<Position> positions() {
    return ends.entrySet().stream()
        .flatMap(
            e ->
                LongStream.range(0, e.getValue())
                    .mapToObj(offset -> new Position(e.getKey().partition(), offset)))
        .collect(Collectors.toSet());
  }

  /** The outcomes of each submission, in their order. */
  private Map<Position, List<String>> byPosition() {
    return receipts.stream()
        .filter(r -> r.getTopic().equals(Topics.SUBMISSIONS.name()))
        .collect(
            groupingBy(
                Balance::position, Collectors.mapping(Receipt::getOutcome, Collectors.toList())));
  }
}
