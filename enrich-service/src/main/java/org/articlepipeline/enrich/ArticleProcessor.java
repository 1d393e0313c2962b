package org.articlepipeline.enrich;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.jspecify.annotations.Nullable;

/** What the processors of one task share: how they read, and the desk that alone publishes. */
abstract class ArticleProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final Parts parts;
  private @Nullable EnrichSinks sinks;
  private @Nullable AcceptedArticles accepted;
  private @Nullable ArticleDesk desk;

  /** Of the service; safe for threads. */
  record Parts(Enricher enricher, TopicSerdes serdes, MeterRegistry metrics) {}

  ArticleProcessor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    EnrichSinks out = new EnrichSinks(context, parts.serdes(), parts.metrics());
    sinks = out;
    accepted = new AcceptedArticles(context);
    desk = new ArticleDesk(parts.enricher(), context.getStateStore(EnrichStores.PUBLICATIONS), out);
  }

  @Override
  public final void process(Record<byte[], byte[]> record) {
    process(SourceRecords.of(record, context().recordMetadata().orElseThrow()));
  }

  abstract void process(SourceRecord source);

  EnrichSinks sinks() {
    return requireNonNull(sinks);
  }

  AcceptedArticles accepted() {
    return requireNonNull(accepted);
  }

  ArticleDesk desk() {
    return requireNonNull(desk);
  }
}
