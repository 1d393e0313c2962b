package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.articlepipeline.platform.DeadLetterCounts;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where records of one task go: enriched articles, receipts, dead letters. */
final class EnrichSinks {
  private static final Logger LOG = LoggerFactory.getLogger(EnrichSinks.class);

  private final ProcessorContext<byte[], byte[]> context;
  private final Serializer<ArticleSignature> signatures;
  private final Serializer<Receipt> receipts;
  private final Serializer<DeadLetter> deadLetters;
  private final MeterRegistry metrics;
  private final Timer latency;
  private final DeadLetterCounts deadLetterCounts;
  private final String receiptSink;
  private final String deadLetterSink;

  EnrichSinks(ProcessorContext<byte[], byte[]> context, TopicSerdes serdes, MeterRegistry metrics) {
    this(context, serdes, metrics, EnrichTopology.RECEIPTS, EnrichTopology.DEAD_LETTERS);
  }

  /** With its own names for nodes: one that is shared would make one task of two. */
  EnrichSinks(
      ProcessorContext<byte[], byte[]> context,
      TopicSerdes serdes,
      MeterRegistry metrics,
      String receiptSink,
      String deadLetterSink) {
    this.context = context;
    this.receiptSink = receiptSink;
    this.deadLetterSink = deadLetterSink;
    this.signatures = serdes.values(Topics.SIGNATURES).serializer();
    this.receipts = serdes.values(Topics.RECEIPTS).serializer();
    this.deadLetters = serdes.values(Topics.DEAD_LETTERS).serializer();
    this.metrics = metrics;
    this.latency = EnrichMetric.LATENCY.timer(metrics);
    this.deadLetterCounts =
        new DeadLetterCounts(metrics, Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  /** Counts a record that is owed a receipt. */
  void read(SourceRecord record) {
    EnrichMetric.READ.counter(metrics, "topic", record.topic()).increment();
  }

  /** Of a revision's first run: what is enriched again may have been sent years ago. */
  void enriched(Article article, int run) {
    Duration took = Duration.between(article.getSubmittedAt(), now());
    if (run == 0 && !took.isNegative()) {
      latency.record(took);
    }
  }

  Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  void publish(String uri, byte[] value, long timestamp, Headers headers) {
    context.forward(
        new Record<>(uri.getBytes(UTF_8), value, timestamp, headers), EnrichTopology.ENRICHED);
  }

  /** To those who make stories. */
  void send(ArticleSignature signature) {
    Headers none = new RecordHeaders();
    byte[] value = signatures.serialize(Topics.SIGNATURES.name(), none, signature);
    byte[] key = signature.getUri().getBytes(UTF_8);
    context.forward(
        new Record<>(key, value, context.currentSystemTimeMs(), none), EnrichTopology.SIGNATURES);
  }

  /** What the receipt of an article says, whatever became of it. */
  Receipt.Builder receipt(SourceRecord cause, String outcome, Article article) {
    return cause
        .receipt(Stages.ENRICH, outcome, now(), article.getUri())
        .setRevision(article.getRevision())
        .setSource(article.getSource())
        .setSubmittedAt(article.getSubmittedAt());
  }

  void send(Receipt receipt) {
    Headers none = new RecordHeaders();
    byte[] value = receipts.serialize(Topics.RECEIPTS.name(), none, receipt);
    context.forward(
        new Record<>(receipt.getUri().getBytes(UTF_8), value, context.currentSystemTimeMs(), none),
        receiptSink);
    EnrichMetric.ARTICLES.counter(metrics, "outcome", receipt.getOutcome()).increment();
  }

  /**
   * A dead letter, and the receipt that goes with it.
   *
   * @param article null where none could be read
   */
  void reject(SourceRecord cause, Rejection rejection, @Nullable Article article) {
    String uri = article == null ? cause.keyText() : article.getUri();
    Long revision = article == null ? null : (Long) article.getRevision();
    DeadLetter letter =
        cause.deadLetter(Stages.ENRICH, rejection, now(), article == null ? null : uri, revision);
    Headers none = new RecordHeaders();
    byte[] value = deadLetters.serialize(Topics.DEAD_LETTERS.name(), none, letter);
    context.forward(
        new Record<>(cause.deadLetterKey(), value, context.currentSystemTimeMs(), none),
        deadLetterSink);
    deadLetterCounts.count(rejection.reason().code());
    Receipt.Builder receipt =
        article == null
            ? cause.receipt(Stages.ENRICH, Outcomes.REJECTED, now(), uri)
            : receipt(cause, Outcomes.REJECTED, article);
    send(receipt.setReason(rejection.reason().code()).setMessage(rejection.message()).build());
    LOG.atWarn()
        .addKeyValue("uri", uri)
        .addKeyValue("revision", revision)
        .addKeyValue("reason", rejection.reason())
        .addKeyValue("topic", cause.topic())
        .addKeyValue("partition", cause.partition())
        .addKeyValue("offset", cause.offset())
        .log("article rejected: {}", rejection.message());
  }
}
