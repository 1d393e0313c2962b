package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes in, bytes out: decides nothing, but sends each record's outcome where it belongs. */
final class EnrichProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(EnrichProcessor.class);

  private final ArticleReader reader;
  private final Serializer<EnrichedArticle> enriched;
  private final Serializer<Receipt> receipts;
  private final Serializer<DeadLetter> deadLetters;
  private final Counter enrichedCount;
  private final Counter rejectedCount;

  EnrichProcessor(Enrichment enrichment, TopicSerdes serdes, MeterRegistry metrics) {
    this.reader = new ArticleReader(new RecordReader<>(Topics.ACCEPTED, serdes), enrichment);
    this.enriched = serdes.values(Topics.ENRICHED).serializer();
    this.receipts = serdes.values(Topics.RECEIPTS).serializer();
    this.deadLetters = serdes.values(Topics.DEAD_LETTERS).serializer();
    this.enrichedCount = EnrichMetric.ARTICLES.counter(metrics, "outcome", Outcomes.ENRICHED);
    this.rejectedCount = EnrichMetric.ARTICLES.counter(metrics, "outcome", Outcomes.REJECTED);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    SourceRecord source = source(record);
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    switch (reader.read(source)) {
      case Outcome.Enriched done -> write(record, source, done.article(), now);
      case Outcome.Rejected rejected -> reject(record, source, rejected, now);
    }
  }

  private void write(
      Record<byte[], byte[]> record, SourceRecord source, EnrichedArticle article, Instant now) {
    byte[] value;
    try {
      value = enriched.serialize(Topics.ENRICHED.name(), record.headers(), article);
      RecordSize.check(Topics.ENRICHED, record.key(), value, record.headers());
    } catch (OversizedRecordException e) {
      reject(record, source, Outcome.Rejected.tooLarge(article, e), now);
      return;
    }
    context().forward(record.withValue(value), EnrichTopology.ENRICHED);
    Receipt receipt =
        source
            .receipt(Stages.ENRICH, Outcomes.ENRICHED, now, article.getUri())
            .setRevision(article.getRevision())
            .setSource(article.getSource())
            .setSubmittedAt(article.getSubmittedAt())
            .setEnrichmentRun(article.getEnrichmentRun())
            .build();
    send(receipt, record);
    enrichedCount.increment();
  }

  private void reject(
      Record<byte[], byte[]> record, SourceRecord source, Outcome.Rejected rejected, Instant now) {
    DeadLetter letter =
        source.deadLetter(
            Stages.ENRICH, rejected.rejection(), now, rejected.uri(), rejected.revision());
    Headers none = new RecordHeaders();
    byte[] value = deadLetters.serialize(Topics.DEAD_LETTERS.name(), none, letter);
    context()
        .forward(
            new Record<>(source.deadLetterKey(), value, record.timestamp(), none),
            EnrichTopology.DEAD_LETTERS);
    String uri = rejected.uri() == null ? source.keyText() : rejected.uri();
    Receipt receipt =
        source
            .rejected(Stages.ENRICH, rejected.rejection(), now, uri)
            .setRevision(rejected.revision())
            .setSource(rejected.source())
            .setSubmittedAt(rejected.submittedAt())
            .build();
    send(receipt, record);
    rejectedCount.increment();
    LOG.atWarn()
        .addKeyValue("uri", uri)
        .addKeyValue("revision", rejected.revision())
        .addKeyValue("reason", rejected.rejection().reason())
        .addKeyValue("partition", source.partition())
        .addKeyValue("offset", source.offset())
        .log("article rejected: {}", rejected.rejection().message());
  }

  private void send(Receipt receipt, Record<byte[], byte[]> record) {
    Headers none = new RecordHeaders();
    byte[] value = receipts.serialize(Topics.RECEIPTS.name(), none, receipt);
    context()
        .forward(
            new Record<>(receipt.getUri().getBytes(UTF_8), value, record.timestamp(), none),
            EnrichTopology.RECEIPTS);
  }

  private SourceRecord source(Record<byte[], byte[]> record) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    return new SourceRecord(
        from.topic(),
        from.partition(),
        from.offset(),
        record.timestamp(),
        record.key(),
        record.value(),
        record.headers());
  }
}
