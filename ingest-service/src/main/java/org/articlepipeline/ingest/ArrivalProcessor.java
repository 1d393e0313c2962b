package org.articlepipeline.ingest;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.articlepipeline.schemas.SourceRecord;

/** Notes where each record came from, before anything can go wrong with it. */
final class ArrivalProcessor extends ContextualProcessor<byte[], byte[], byte[], InFlight.Arrived> {

  private final IngestMetrics metrics;

  ArrivalProcessor(IngestMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context().recordMetadata().orElseThrow();
    metrics.consumed();
    var source =
        new SourceRecord(
            at.topic(),
            at.partition(),
            at.offset(),
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers());
    context().forward(record.withValue(new InFlight.Arrived(source)));
  }
}
