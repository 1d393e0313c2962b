package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** One article pipeline whose every answer, and the time, the test gives. */
final class LoopFixture {
  static final TopicPartition P0 = new TopicPartition(Topics.ENRICHED.name(), 0);
  static final TopicPartition P1 = new TopicPartition(Topics.ENRICHED.name(), 1);

  /** Of this article no document can be made. */
  static final String UNMAKEABLE = "urn:unmakeable";

  static final BulkAnswer.Item OK = new BulkAnswer.Item(201, "");

  final AtomicLong nanos = new AtomicLong();
  final AwayRegistry registry = new AwayRegistry();
  final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  final Deque<List<Write>> bulks = new ArrayDeque<>();
  private final Deque<CompletableFuture<BulkAnswer>> answers = new ArrayDeque<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  final ConsumerLoop loop;

  /** Where the loop may go; null while that is not known. */
  Passage.@Nullable Course course = Passage.Course.FREE;

  /** Offsets that another index's pipeline tells of. */
  final Set<Long> silent = new HashSet<>();

  final List<String> refused = new ArrayList<>();

  private final ArticleIntake.Telling telling =
      new ArticleIntake.Telling() {
        @Override
        public boolean tells(SourceRecord record) {
          return !silent.contains(record.offset());
        }

        @Override
        public void refused(SourceRecord record, Rejection rejection) {
          refused.add(record.keyText());
        }
      };

  LoopFixture() {
    LoopExecutor executor = new LoopExecutor();
    WriterMetrics metrics = new WriterMetrics(new SimpleMeterRegistry(), "test", "test", 1);
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0.5);
    BulkWriter writer =
        new BulkWriter(
            this::sent,
            executor,
            new BulkLimits(1_000_000, 10, 2, 10_000_000),
            backoff,
            nanos::get,
            missing -> {},
            metrics);
    Reports reports = new Reports(producer, serdes, executor, new RetryClock(backoff, nanos::get));
    ArticleIntake intake =
        new ArticleIntake(
            new RecordReader<>(Topics.ENRICHED, serdes),
            writer,
            reports,
            "articles-write-000001",
            (article, now) -> {
              if (article.getUri().equals(UNMAKEABLE)) {
                throw new IllegalStateException("a defect");
              }
              return ArticleDocument.toIndex(article, now);
            },
            new SearchProbe(
                ids -> CompletableFuture.completedFuture(Map.of()),
                executor,
                InstantSource.system(),
                nanos::get,
                metrics),
            telling,
            InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")),
            metrics);
    loop =
        new ConsumerLoop(
            consumer,
            intake,
            List.of(writer, reports),
            executor,
            since -> course,
            new RetryClock(backoff, nanos::get),
            nanos::get,
            metrics);
    loop.subscribe(List.of(Topics.ENRICHED.name()));
    assign(List.of(P0, P1));
  }

  private void assign(Collection<TopicPartition> partitions) {
    consumer.rebalance(partitions);
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    partitions.forEach(partition -> beginnings.put(partition, 0L));
    consumer.updateBeginningOffsets(beginnings);
    loop.onPartitionsAssigned(partitions);
  }

  private CompletableFuture<BulkAnswer> sent(List<Write> bulk) {
    bulks.add(bulk);
    CompletableFuture<BulkAnswer> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  void record(TopicPartition partition, EnrichedArticle article) {
    byte[] value =
        serdes.values(Topics.ENRICHED).serializer().serialize(Topics.ENRICHED.name(), article);
    record(partition, article.getUri(), value);
  }

  void record(TopicPartition partition, String key, byte @Nullable [] value) {
    long offset = ends.merge(partition, 1L, Long::sum) - 1;
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, key.getBytes(UTF_8), value));
  }

  /** Answers the oldest bulk in flight. */
  void answer(BulkAnswer answer) {
    bulks.remove();
    answers.remove().complete(answer);
  }

  /** Some rounds, a second apart, so that backoffs and commits come due. */
  void rounds(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos() + 1);
      loop.step();
    }
  }

  long committed(TopicPartition partition) {
    var offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? -1 : offset.offset();
  }

  /** What was committed beside the offset. */
  String metadata(TopicPartition partition) {
    var offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? "" : offset.metadata();
  }
}
