package org.articlepipeline.ingest;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a record ends. Every one gets its receipt here, and a rejected one its dead letter too.
 * Texts from outside are cut, for a receipt that is too large would stop everything behind it.
 */
final class Sinks {

  static final String ACCEPTED = "to-accepted";
  static final String RECEIPTS = "to-receipts";
  static final String DEAD_LETTERS = "to-dead-letters";

  private static final Logger LOG = LoggerFactory.getLogger(Sinks.class);
  private static final int MAX_MESSAGE_LENGTH = 1000;
  private static final int MAX_NAME_LENGTH = Limits.MAX_URI_BYTES;

  private final ProcessorContext<Object, Object> context;
  private final IngestMetrics metrics;

  Sinks(ProcessorContext<Object, Object> context, IngestMetrics metrics) {
    this.context = context;
    this.metrics = metrics;
  }

  void accept(String uri, byte[] article, SourceRecord source, long timestamp) {
    context.forward(new Record<>(uri, article, timestamp, source.headers()), ACCEPTED);
  }

  void settle(InFlight record, String outcome, @Nullable String message, Instant at) {
    send(receipt(record, outcome, message, at).build(), at);
  }

  void reject(InFlight record, Rejection why, Instant at) {
    var rejection =
        new Rejection(why.reason(), why.field(), cut(why.message(), MAX_MESSAGE_LENGTH));
    SourceRecord source = record.source();
    ArticleSubmission s = record.submission();
    Long revision = s == null ? null : s.getRevision();
    String uri = uri(record);
    var letter = source.deadLetter(Stages.INGEST, rejection, at, s == null ? null : uri, revision);
    context.forward(
        new Record<>(source.deadLetterKey(), letter, at.toEpochMilli(), new RecordHeaders()),
        DEAD_LETTERS);
    metrics.deadLetter(rejection.reason());
    send(
        receipt(record, Outcomes.REJECTED, rejection.message(), at)
            .setReason(rejection.reason().code())
            .build(),
        at);
    LOG.atWarn()
        .addKeyValue("uri", uri)
        .addKeyValue("reason", rejection.reason())
        .addKeyValue("partition", source.partition())
        .addKeyValue("offset", source.offset())
        .log("submission rejected");
  }

  Receipt.Builder receipt(InFlight record, String outcome, @Nullable String message, Instant at) {
    Receipt.Builder receipt =
        record.source().receipt(Stages.INGEST, outcome, at, uri(record)).setMessage(message);
    ArticleSubmission s = record.submission();
    return s == null
        ? receipt
        : receipt
            .setRevision(s.getRevision())
            .setSource(cut(s.getSource(), MAX_NAME_LENGTH))
            .setSubmittedAt(s.getSubmittedAt());
  }

  void send(Receipt receipt, Instant at) {
    context.forward(
        new Record<>(receipt.getUri(), receipt, at.toEpochMilli(), new RecordHeaders()), RECEIPTS);
    metrics.outcome(receipt.getOutcome());
  }

  private static String uri(InFlight record) {
    ArticleSubmission s = record.submission();
    return s == null || s.getUri().isBlank()
        ? record.source().keyText()
        : cut(s.getUri(), MAX_NAME_LENGTH);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "\u2026";
  }
}
