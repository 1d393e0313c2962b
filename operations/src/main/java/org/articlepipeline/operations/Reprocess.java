package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.Pace;
import org.articlepipeline.operations.cluster.TopicLog;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Reprocessing;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Sends the submissions that accepted articles keep once more, marked, so that ingest cleans them
 * up again. Stopped in the middle it has done no harm: whatever is sent twice comes out the same.
 */
final class Reprocess {
  private final KafkaClients clients;
  private final @Nullable String source;
  private final @Nullable Instant since;

  /**
   * @param source of which articles; null: of any
   * @param since when they were accepted at the earliest; null: whenever
   */
  Reprocess(KafkaClients clients, @Nullable String source, @Nullable Instant since) {
    this.clients = clients;
    this.source = source;
    this.since = since;
  }

  /**
   * The newest record of each article, by position.
   *
   * @param wanted offsets of those to be sent
   * @param contentFree how many others are asked for, but have no content any more
   * @param unreadable how many can't be read
   */
  record Found(Map<TopicPartition, Set<Long>> wanted, int contentFree, int unreadable) {
    long total() {
      return wanted.values().stream().mapToLong(Set::size).sum();
    }
  }

  private enum Kind {
    WANTED,
    CONTENT_FREE,
    UNREADABLE,
    OTHER
  }

  private record Newest(TopicPartition partition, long offset, Kind kind) {}

  Found find() {
    RecordReader<Article> reader = clients.reader(Topics.ACCEPTED);
    Map<String, Newest> newest = new HashMap<>();
    new TopicLog(clients, Topics.ACCEPTED)
        .read(
            record -> {
              if (record.key() != null) {
                newest.put(
                    new String(record.key(), UTF_8),
                    new Newest(
                        new TopicPartition(record.topic(), record.partition()),
                        record.offset(),
                        kind(reader.read(SourceRecord.of(record)))));
              }
            });
    Map<TopicPartition, Set<Long>> wanted = new HashMap<>();
    newest.values().stream()
        .filter(n -> n.kind == Kind.WANTED)
        .forEach(n -> wanted.computeIfAbsent(n.partition, p -> new HashSet<>()).add(n.offset));
    return new Found(wanted, count(newest, Kind.CONTENT_FREE), count(newest, Kind.UNREADABLE));
  }

  private static int count(Map<String, Newest> newest, Kind kind) {
    return (int) newest.values().stream().filter(n -> n.kind == kind).count();
  }

  private Kind kind(Read<Article> read) {
    if (!(read instanceof Read.Value<Article>(Article article))) {
      return Kind.UNREADABLE;
    }
    if (source != null && !source.equals(article.getSource())
        || since != null && article.getIngestedAt().isBefore(since)) {
      return Kind.OTHER;
    }
    return article.getSubmission() == null ? Kind.CONTENT_FREE : Kind.WANTED;
  }

  /** Returns when the broker has all of them. */
  void send(Found found, int perSecond, Progress progress) {
    RecordReader<Article> reader = clients.reader(Topics.ACCEPTED);
    var failure = new AtomicReference<@Nullable Exception>();
    try (Producer<String, ArticleSubmission> producer = clients.producer(Topics.SUBMISSIONS)) {
      var pace = new Pace(perSecond);
      long[] sent = {0};
      new TopicLog(clients, Topics.ACCEPTED)
          .read(
              record -> {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (found.wanted.getOrDefault(partition, Set.of()).contains(record.offset())
                    && reader.read(SourceRecord.of(record)) instanceof Read.Value<Article> read) {
                  pace.next();
                  producer.send(
                      submission(record, read.value()),
                      (metadata, error) -> {
                        if (error != null) {
                          failure.compareAndSet(null, error);
                        }
                      });
                  progress.done(++sent[0]);
                }
              });
      producer.flush();
    }
    Optional.ofNullable(failure.get())
        .ifPresent(
            error -> {
              throw new CommandException(
                  "not all articles were sent (" + error.getMessage() + "); run it again", error);
            });
  }

  private static ProducerRecord<String, ArticleSubmission> submission(
      ConsumerRecord<byte[], byte[]> record, Article article) {
    var headers = new RecordHeaders(record.headers().toArray());
    Reprocessing.mark(headers, article.getIngestedAt());
    return new ProducerRecord<>(
        Topics.SUBMISSIONS.name(), null, article.getUri(), article.getSubmission(), headers);
  }
}
