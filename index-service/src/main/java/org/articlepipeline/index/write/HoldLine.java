package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.index.write.Passage.Course;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one consumer where the {@link Passage} lets it be, and says so in the metadata of what it
 * commits: only the owner of a partition can commit, so a partition that says it waits does wait,
 * whoever owned it before. Used by the loop's thread.
 */
final class HoldLine {
  private static final Logger LOG = LoggerFactory.getLogger(HoldLine.class);
  private static final Duration COMMIT = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Passage passage;
  private final OffsetTracker tracker;
  private final LongSupplier nanos;

  private long assignedAt;
  private @Nullable Course course;
  private @Nullable String arrived;

  HoldLine(
      Consumer<byte[], byte[]> consumer,
      Passage passage,
      OffsetTracker tracker,
      LongSupplier nanos) {
    this.consumer = consumer;
    this.passage = passage;
    this.tracker = tracker;
    this.nanos = nanos;
    this.assignedAt = nanos.getAsLong();
  }

  /**
   * Their owner before may have waited already, so nothing is read until the passage was asked
   * after this.
   */
  void assigned(Collection<TopicPartition> added) {
    if (!added.isEmpty()) {
      assignedAt = nanos.getAsLong();
      arrived = null;
      consumer.pause(added);
    }
  }

  boolean waits() {
    return course == null || !course.free();
  }

  /** Before each poll. */
  void steer(boolean room) {
    course = passage.current(assignedAt);
    if (!room || course == null) {
      consumer.pause(consumer.assignment());
    } else if (course.free()) {
      arrived = null;
      consumer.resume(consumer.paused());
    } else {
      for (TopicPartition partition : consumer.assignment()) {
        if (isBefore(partition, course)) {
          consumer.resume(Set.of(partition));
        } else {
          consumer.pause(Set.of(partition));
        }
      }
    }
  }

  private boolean isBefore(TopicPartition partition, Course fenced) {
    try {
      return fenced.fence() != null
          && fenced.passes(partition.partition(), consumer.position(partition, COMMIT));
    } catch (KafkaException e) {
      return false; // not known now
    }
  }

  /** Whether a record that was polled may be taken now. */
  boolean passes(ConsumerRecord<byte[], byte[]> record) {
    return course != null && course.passes(record.partition(), record.offset());
  }

  /** Says that all wait, when they do and nothing is under way. */
  void report() {
    Course now = course;
    if (now == null || now.free() || now.arrival().equals(arrived) || tracker.outstanding() > 0) {
      return;
    }
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      for (TopicPartition partition : consumer.assignment()) {
        long position = consumer.position(partition, COMMIT);
        if (now.passes(partition.partition(), position)) {
          return;
        }
        offsets.put(partition, new OffsetAndMetadata(position, Optional.empty(), now.arrival()));
      }
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, COMMIT);
        tracker.committed(offsets);
      }
      arrived = now.arrival();
    } catch (KafkaException e) {
      LOG.atDebug().log("can't say yet that writing waits: {}", e.getMessage());
    }
  }
}
