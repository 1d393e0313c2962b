package org.articlepipeline.enrich;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every record of {@code articles.accepted} as it is. It must do nothing else: a restored
 * store is filled from the topic without it.
 */
final class KeepProcessor implements Processor<byte[], byte[], Void, Void> {
  private @Nullable AcceptedArticles articles;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    articles = new AcceptedArticles(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    requireNonNull(articles).put(record);
  }
}
