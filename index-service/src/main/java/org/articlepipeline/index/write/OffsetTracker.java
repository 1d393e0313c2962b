package org.articlepipeline.index.write;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which offsets may be committed: those up to the first record of a partition that is not settled.
 * When all are settled it is the consumer's position, which also passes transaction markers, so
 * that the lag of an idle group is 0. Used by one thread.
 */
final class OffsetTracker {
  private final Map<TopicPartition, Progress> partitions = new HashMap<>();
  private int outstanding;

  /** Registers a record; call it in the order of offsets. */
  Ticket begin(TopicPartition partition, long offset) {
    Ticket ticket = new Ticket(offset);
    progress(partition).tickets.add(ticket);
    outstanding++;
    return ticket;
  }

  /** The consumer went on to {@code next}: everything before it was registered or is a marker. */
  void advance(TopicPartition partition, OffsetAndMetadata next) {
    progress(partition).position = next;
  }

  /** Records that are not settled. */
  int outstanding() {
    return outstanding;
  }

  int outstanding(Collection<TopicPartition> of) {
    return of.stream()
        .map(partitions::get)
        .mapToInt(p -> p == null ? 0 : (int) p.tickets.stream().filter(t -> !t.settled).count())
        .sum();
  }

  /** What has changed since the last call of {@link #committed}. */
  Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    partitions.forEach(
        (partition, progress) -> {
          OffsetAndMetadata next = progress.committable();
          if (next != null
              && (progress.committed == null || next.offset() != progress.committed.offset())) {
            offsets.put(partition, next);
          }
        });
    return offsets;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Progress progress = partitions.get(partition);
          if (progress != null) {
            progress.committed = offset;
          }
        });
  }

  /** The partitions belong to others now: their tickets are dropped, settling them does nothing. */
  void forget(Collection<TopicPartition> revoked) {
    for (TopicPartition partition : revoked) {
      Progress progress = partitions.remove(partition);
      if (progress != null) {
        progress.tickets.forEach(Ticket::drop);
      }
    }
  }

  private Progress progress(TopicPartition partition) {
    return partitions.computeIfAbsent(partition, p -> new Progress());
  }

  /** One record's place in its partition. */
  final class Ticket {
    private final long offset;
    private boolean settled;
    private boolean dropped;

    private Ticket(long offset) {
      this.offset = offset;
    }

    /** Everything that the record asks for is done and acknowledged. */
    void settle() {
      if (!settled && !dropped) {
        settled = true;
        outstanding--;
      }
    }

    boolean dropped() {
      return dropped;
    }

    private void drop() {
      if (!settled && !dropped) {
        outstanding--;
      }
      dropped = true;
    }
  }

  private static final class Progress {
    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private @Nullable OffsetAndMetadata position;
    private @Nullable OffsetAndMetadata committed;

    @Nullable OffsetAndMetadata committable() {
      while (!tickets.isEmpty() && tickets.getFirst().settled) {
        tickets.removeFirst();
      }
      return tickets.isEmpty() ? position : new OffsetAndMetadata(tickets.getFirst().offset);
    }
  }
}
