package org.articlepipeline.index.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** How far groups have come with one topic. Throws {@link KafkaException} when Kafka is away. */
public final class GroupOffsets implements AutoCloseable {
  private final Admin admin;
  private final String topic;

  public GroupOffsets(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  /** Partition to the first offset that is there. */
  public Map<Integer, Long> begins() {
    return offsets(OffsetSpec.earliest());
  }

  /** Partition to the offset behind the last committed record. */
  public Map<Integer, Long> ends() {
    return offsets(OffsetSpec.latest());
  }

  /** Partition to what the group has committed; those without a commit are missing. */
  public Map<Integer, OffsetAndMetadata> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> commits =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return commits.entrySet().stream()
        .filter(commit -> commit.getKey().topic().equals(topic) && commit.getValue() != null)
        .collect(Collectors.toMap(commit -> commit.getKey().partition(), Map.Entry::getValue));
  }

  /** Partition to the offset that the group has committed; those without a commit are missing. */
  public Map<Integer, Long> positions(String group) {
    Map<Integer, Long> positions = new TreeMap<>();
    committed(group).forEach((partition, commit) -> positions.put(partition, commit.offset()));
    return positions;
  }

  /** Whether any instance reads with it. */
  public boolean hasMembers(String group) {
    try {
      return answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
          .anyMatch(description -> !description.members().isEmpty());
    } catch (GroupIdNotFoundException e) {
      return false;
    }
  }

  /**
   * Makes the group start from the beginning; nothing when there is none.
   *
   * @throws KafkaException when an instance still reads with it
   */
  public void forget(String group) {
    try {
      answer(admin.deleteConsumerGroups(List.of(group)).all());
    } catch (GroupIdNotFoundException e) {
      // as it should be
    } catch (GroupNotEmptyException | UnknownMemberIdException e) {
      throw new KafkaException("group %s is still in use".formatted(group), e);
    }
  }

  private Map<Integer, Long> offsets(OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted =
        answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
            .flatMap(description -> description.partitions().stream())
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<Integer, Long> offsets = new TreeMap<>();
    answer(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
    return offsets;
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
