package org.articlepipeline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.Recurring;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a {@link CanaryArticle} now and then, to one partition after the other, as any CMS would.
 * The instance that owns the first partition does; two at the same time would be harmless. It knows
 * nothing of what becomes of them: index-service looks for them.
 */
final class Canary implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration END = Duration.ofSeconds(2);
  private static final int MAX_BLOCK_MS = 2_000;
  private static final int DELIVERY_MS = 10_000;

  private final Duration interval;
  private final int partitions;
  private final BooleanSupplier leads;
  private final Producer<String, ArticleSubmission> producer;
  private final InstantSource clock;
  private final Counter sent;
  private final Recurring looks = new Recurring("canary", LOOK, END, this::look);
  private long sentAt;
  private int next;

  private Canary(
      Duration interval,
      int partitions,
      BooleanSupplier leads,
      Producer<String, ArticleSubmission> producer,
      InstantSource clock,
      MeterRegistry metrics) {
    this.interval = interval;
    this.partitions = partitions;
    this.leads = leads;
    this.producer = producer;
    this.clock = clock;
    this.sentAt = System.nanoTime() - interval.toNanos();
    this.sent = IngestMetric.CANARIES.counter(metrics);
  }

  /**
   * @param partitions of the submissions
   * @param leads whether this instance is the one that sends
   */
  static Canary start(
      Duration interval,
      int partitions,
      BooleanSupplier leads,
      KafkaConfig kafka,
      TopicSerdes serdes,
      MeterRegistry metrics) {
    Map<String, Object> settings = new HashMap<>(KafkaConfig.clientProperties(kafka));
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "articles-canary");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
    var producer =
        new KafkaProducer<>(
            settings,
            serdes.keys(Topics.SUBMISSIONS).serializer(),
            serdes.values(Topics.SUBMISSIONS).serializer());
    var canary = new Canary(interval, partitions, leads, producer, InstantSource.system(), metrics);
    canary.looks.start();
    return canary;
  }

  private void look() {
    if (System.nanoTime() - sentAt >= interval.toNanos() && leads.getAsBoolean()) {
      sentAt = System.nanoTime();
      send();
    }
  }

  /** What can't be sent is not sent again: that it is missing is what is to be seen. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback has the outcome.
  private void send() {
    Instant now = clock.instant();
    ArticleSubmission article = CanaryArticle.of(next, partitions, now);
    next = (next + 1) % partitions;
    try {
      producer.send(
          new ProducerRecord<>(Topics.SUBMISSIONS.name(), article.getUri(), article),
          (metadata, failure) -> {
            if (failure == null) {
              sent.increment();
            } else {
              LOG.atWarn().log("canary not sent: {}", failure.getMessage());
            }
          });
    } catch (KafkaException e) {
      LOG.atWarn().log("canary not sent: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    looks.close();
    producer.close(END);
  }
}
