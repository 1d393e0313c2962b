package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Poll, hand over, settle, commit: one pipeline's thread, which owns all of its state.
 *
 * <pre>
 * poll ─▶ tracker.begin ─▶ intake ─▶ writer ─ bulk ─▶ Elasticsearch
 *            ▲                          │ answer
 * commit ◀── tracker ◀── reports ◀──────┘  (writer and reports are the outlets)
 * </pre>
 *
 * <p>When nothing more can be held the partitions are paused and polling goes on, so that the group
 * keeps this member through an outage of any length.
 */
public final class ConsumerLoop implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration IDLE_WAIT = Duration.ofMillis(100);
  private static final Duration BUSY_WAIT = Duration.ofMillis(10);
  private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long HOUSEKEEPING_NANOS = Duration.ofMinutes(1).toNanos();

  /** How long revoked or closing partitions may take to settle what is in flight. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** Unsettled records, mostly waiting for their receipt's acknowledgement. */
  private static final int MAX_OUTSTANDING = 20_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Intake intake;
  private final List<Outlet> outlets;
  private final LoopExecutor answers;
  private final RetryClock intakeRetry;
  private final LongSupplier nanos;
  private final WriterMetrics metrics;

  private final OffsetTracker tracker = new OffsetTracker();
  private final HoldLine holdLine;
  private final Deque<Offered> offered = new ArrayDeque<>();
  private long committedAt;
  private long housekeptAt;
  private volatile State state = new State(false, false, null);

  private record Offered(SourceRecord record, OffsetTracker.Ticket ticket) {}

  /**
   * What other threads may know.
   *
   * @param assigned whether the group has given partitions to this member, or has none for it
   * @param waits whether nothing is read because other instances must come along
   * @param trouble what stands in the way, while something does
   */
  record State(boolean assigned, boolean waits, @Nullable Trouble trouble) {}

  public ConsumerLoop(
      Consumer<byte[], byte[]> consumer,
      Intake intake,
      List<Outlet> outlets,
      LoopExecutor answers,
      Passage passage,
      RetryClock intakeRetry,
      LongSupplier nanos,
      WriterMetrics metrics) {
    this.consumer = consumer;
    this.holdLine = new HoldLine(consumer, passage, tracker, nanos);
    this.intake = intake;
    this.outlets = outlets;
    this.answers = answers;
    this.intakeRetry = intakeRetry;
    this.nanos = nanos;
    this.metrics = metrics;
    this.committedAt = nanos.getAsLong();
    this.housekeptAt = nanos.getAsLong() - HOUSEKEEPING_NANOS;
  }

  State state() {
    return state;
  }

  public void subscribe(Collection<String> topics) {
    consumer.subscribe(topics, this);
  }

  /** One round; returns soon, whatever is down. */
  void step() throws InterruptedException {
    boolean room = hasRoom();
    boolean busy = tracker.outstanding() > 0;
    holdLine.steer(room);
    ConsumerRecords<byte[], byte[]> polled =
        consumer.poll(!room ? Duration.ZERO : busy ? BUSY_WAIT : IDLE_WAIT);
    register(polled);
    offer();
    answers.run(room ? Duration.ZERO : BUSY_WAIT);
    outlets.forEach(Outlet::flush);
    commitWhenDue();
    if (offered.isEmpty()) {
      holdLine.report();
    }
    housekeepWhenDue();
    metrics.read(polled.count(), tracker.outstanding());
    state = new State(state.assigned(), holdLine.waits(), trouble());
  }

  /** Settles and commits what it can in a bounded time, then leaves the group. */
  void close() throws InterruptedException {
    try {
      giveUp(List.copyOf(consumer.assignment()));
    } finally {
      consumer.close(CloseOptions.timeout(SETTLE));
      outlets.forEach(Outlet::close);
    }
  }

  private boolean hasRoom() {
    return offered.isEmpty() && outletsHaveRoom() && tracker.outstanding() < MAX_OUTSTANDING;
  }

  private boolean outletsHaveRoom() {
    return outlets.stream().allMatch(Outlet::hasRoom);
  }

  private void register(ConsumerRecords<byte[], byte[]> polled) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
    Set<TopicPartition> cut = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> r : polled) {
      TopicPartition partition = new TopicPartition(r.topic(), r.partition());
      if (!cut.contains(partition) && holdLine.passes(r)) {
        offered.add(new Offered(SourceRecord.of(r), tracker.begin(partition, r.offset())));
      } else if (cut.add(partition)) {
        // This one and what follows is read again when it may be.
        consumer.seek(partition, r.offset());
        next.put(partition, new OffsetAndMetadata(r.offset()));
      }
    }
    next.forEach(tracker::advance);
  }

  /** Hands over in order, while there is room; one that can't be taken now stays first. */
  private void offer() {
    while (!offered.isEmpty() && intakeRetry.due() && outletsHaveRoom()) {
      Offered next = offered.getFirst();
      try {
        if (!next.ticket().dropped()) {
          intake.accept(next.record(), next.ticket());
        }
        offered.removeFirst();
        intakeRetry.succeeded();
      } catch (RegistryUnavailableException | ElasticsearchException e) {
        intakeRetry.failed(String.valueOf(e.getMessage()));
      }
    }
  }

  private @Nullable Trouble trouble() {
    return Stream.concat(outlets.stream().map(Outlet::trouble), Stream.of(intakeRetry.trouble()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void commitWhenDue() {
    if (nanos.getAsLong() - committedAt >= COMMIT_NANOS) {
      committedAt = nanos.getAsLong();
      Map<TopicPartition, OffsetAndMetadata> offsets = tracker.committable();
      if (!offsets.isEmpty()) {
        consumer.commitAsync(
            offsets,
            (committed, failure) -> {
              if (failure == null) {
                tracker.committed(committed);
              } else {
                LOG.atDebug().setCause(failure).log("commit failed; the next one carries on");
              }
            });
      }
    }
  }

  private void housekeepWhenDue() {
    if (nanos.getAsLong() - housekeptAt >= HOUSEKEEPING_NANOS) {
      housekeptAt = nanos.getAsLong();
      intake.housekeeping(
          consumer.assignment().stream().anyMatch(assigned -> assigned.partition() == 0));
    }
  }

  /** Waits for answers, sending on what is queued; an outage is not waited for. */
  private void settle(BooleanSupplier settled) throws InterruptedException {
    answers.run(Duration.ZERO);
    long start = nanos.getAsLong();
    while (!settled.getAsBoolean()
        && trouble() == null
        && nanos.getAsLong() - start < SETTLE.toNanos()) {
      outlets.forEach(Outlet::flush);
      answers.run(BUSY_WAIT);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> added) {
    holdLine.assigned(added);
    state = new State(true, state.waits(), trouble());
  }

  /**
   * What is in flight for them is settled and committed, the rest dropped: the next owner reads it
   * again. Versions make it harmless when both write.
   */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    try {
      giveUp(List.copyOf(revoked));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp(List<TopicPartition> partitions) throws InterruptedException {
    int abandoned = abandon(partitions);
    settle(() -> tracker.outstanding(partitions) <= abandoned);
    Map<TopicPartition, OffsetAndMetadata> offsets = tracker.committable();
    offsets.keySet().retainAll(partitions);
    try {
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, SETTLE);
      }
    } catch (KafkaException e) {
      LOG.atWarn().setCause(e).log("commit failed; what was written since is written again");
    }
    forget(partitions);
  }

  /** Takes back what was read but not handed over. */
  private int abandon(Collection<TopicPartition> partitions) {
    int before = offered.size();
    offered.removeIf(o -> partitions.contains(partition(o.record())));
    return before - offered.size();
  }

  /** Others own them already: committing would be refused. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    abandon(lost);
    forget(List.copyOf(lost));
    state = new State(false, state.waits(), trouble());
  }

  private void forget(List<TopicPartition> partitions) {
    tracker.forget(partitions);
    outlets.forEach(Outlet::forgetDropped);
  }

  private static TopicPartition partition(SourceRecord record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
