package org.articlepipeline.index.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * Reads {@code articles.enriched} between offsets, without a group. Offsets are maps of partition
 * to offset.
 */
public final class EnrichedLog {
  private static final String TOPIC = Topics.ENRICHED.name();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int TIMEOUT_MS = 30_000;
  private static final int FETCH_WAIT_MS = 20;
  private static final int MIB = 1024 * 1024;

  private final Map<String, Object> client;
  private final RecordReader<EnrichedArticle> reader;
  private final Map<Integer, Long> beginning;

  public EnrichedLog(KafkaConfig kafka, TopicSerdes serdes) {
    this(
        KafkaConfig.clientProperties(kafka), new RecordReader<>(Topics.ENRICHED, serdes), Map.of());
  }

  private EnrichedLog(
      Map<String, Object> client,
      RecordReader<EnrichedArticle> reader,
      Map<Integer, Long> beginning) {
    this.client = client;
    this.reader = reader;
    this.beginning = beginning;
  }

  /** The same as if there was nothing before. */
  EnrichedLog startingAt(Map<Integer, Long> offsets) {
    return new EnrichedLog(client, reader, offsets);
  }

  /** How many records were passed, of how many offsets. */
  public interface Progress {
    Progress NONE = (read, total) -> {};

    void read(long read, long total);
  }

  /** Something to do with each record. */
  interface Each {
    void record(ConsumerRecord<byte[], byte[]> record);
  }

  /** Where the log ends for those who see committed records only. */
  Map<Integer, Long> ends() {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      return byNumber(consumer.endOffsets(partitions(consumer)));
    }
  }

  /**
   * Up to where a group has settled everything; a partition of which it has not is left out.
   *
   * @throws KafkaException when Kafka does not answer
   */
  Map<Integer, Long> committed(String group) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("default.api.timeout.ms", TIMEOUT_MS);
    settings.put("request.timeout.ms", TIMEOUT_MS / 2);
    try (Admin admin = Admin.create(settings)) {
      Map<Integer, Long> committed = new HashMap<>(beginning);
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (partition.topic().equals(TOPIC) && offset != null) {
                  committed.merge(partition.partition(), offset.offset(), Math::max);
                }
              });
      return committed;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "the offsets of group %s can't be read: %s".formatted(group, e.getMessage()), e);
    }
  }

  /**
   * All records in the order of their partitions.
   *
   * @param from offsets; a partition that is not named is read from its beginning
   * @param to offsets; a partition that is not named is not read
   * @throws KafkaException when nothing comes for a minute
   */
  void read(Map<Integer, Long> from, Map<Integer, Long> to, Progress progress, Each each) {
    List<TopicPartition> partitions =
        to.keySet().stream().map(number -> new TopicPartition(TOPIC, number)).toList();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
      long total = 0;
      for (TopicPartition partition : partitions) {
        int number = partition.partition();
        long start = starts.getOrDefault(partition, 0L);
        start = Math.max(start, beginning.getOrDefault(number, 0L));
        start = Math.max(start, from.getOrDefault(number, 0L));
        consumer.seek(partition, start);
        total += Math.max(0, to.getOrDefault(number, 0L) - start);
      }
      read(consumer, to, total, progress, each);
      // Marks of transactions take offsets, too.
      progress.read(total, total);
    }
  }

  private static void read(
      Consumer<byte[], byte[]> consumer,
      Map<Integer, Long> to,
      long total,
      Progress progress,
      Each each) {
    long read = 0;
    long heard = System.nanoTime();
    while (!finished(consumer, to)) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      if (!polled.nextOffsets().isEmpty()) {
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
        throw new KafkaException(
            "%s gave nothing for %d s before its end".formatted(TOPIC, SILENCE.toSeconds()));
      }
      for (ConsumerRecord<byte[], byte[]> record : polled) {
        if (record.offset() < to.getOrDefault(record.partition(), 0L)) {
          each.record(record);
          read++;
        }
      }
      progress.read(read, total);
    }
  }

  /** What has been read to its end is no longer fetched. */
  private static boolean finished(Consumer<byte[], byte[]> consumer, Map<Integer, Long> to) {
    List<TopicPartition> ended =
        consumer.assignment().stream()
            .filter(p -> consumer.position(p) >= to.getOrDefault(p.partition(), 0L))
            .toList();
    consumer.pause(ended);
    return ended.size() == consumer.assignment().size();
  }

  /**
   * What index-service makes of a record.
   *
   * @throws RegistryUnavailableException when its schema can't be had now
   */
  Read<EnrichedArticle> decode(ConsumerRecord<byte[], byte[]> record) {
    return reader.read(SourceRecord.of(record));
  }

  private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("topic " + TOPIC + " is missing");
    }
    return partitions;
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * MIB);
    // All that is wanted is there: no fetch is to wait for more of a partition that has ended, as
    // long as others have not.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
