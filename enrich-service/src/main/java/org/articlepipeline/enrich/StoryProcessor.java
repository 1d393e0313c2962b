package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.articlepipeline.enrich.stories.Stories;
import org.articlepipeline.enrich.stories.StoryChange;
import org.articlepipeline.enrich.stories.StoryState;
import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.ClusterAssignment;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Makes stories, in one task for all articles. What changes for an article goes as a request to the
 * task that owns it. Signatures are internal: only what can't be read gets a receipt.
 */
final class StoryProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final Duration window;
  private final TopicSerdes serdes;
  private final MeterRegistry metrics;
  private final RecordReader<ArticleSignature> signatures;
  private final Serializer<EnrichmentRequest> requests;
  private @Nullable EnrichSinks sinks;
  private @Nullable Stories stories;

  StoryProcessor(Duration window, TopicSerdes serdes, MeterRegistry metrics) {
    this.window = window;
    this.serdes = serdes;
    this.metrics = metrics;
    this.signatures = new RecordReader<>(Topics.SIGNATURES, serdes);
    this.requests = serdes.values(Topics.ENRICHMENT_REQUESTS).serializer();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    sinks =
        new EnrichSinks(
            context,
            serdes,
            metrics,
            EnrichTopology.STORY_RECEIPTS,
            EnrichTopology.STORY_DEAD_LETTERS);
    StoryState state =
        new StoryState(
            new StoreTable(context.getStateStore(EnrichStores.STORY_MEMBERS)),
            new StoreTable(context.getStateStore(EnrichStores.STORY_BANDS)),
            new StoreTable(context.getStateStore(EnrichStores.STORIES)),
            new StoreTable(context.getStateStore(EnrichStores.STORY_AGES)));
    stories = new Stories(state, window);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    SourceRecord source =
        new SourceRecord(
            from.topic(),
            from.partition(),
            from.offset(),
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers());
    switch (signatures.read(source)) {
      case Read.Value<ArticleSignature> read -> decide(source, read.value());
      case Read.Rejected<ArticleSignature> read -> reject(source, read.rejection());
      case Read.Tombstone<ArticleSignature> ignored ->
          reject(source, Rejection.of(Reason.NULL_VALUE, "the signature is null"));
    }
  }

  private void decide(SourceRecord source, ArticleSignature article) {
    if (!Arrays.equals(source.key(), article.getUri().getBytes(UTF_8))) {
      String message =
          "the key is '%s', the signature's uri '%s'".formatted(source.keyText(), article.getUri());
      reject(source, new Rejection(Reason.KEY_MISMATCH, "uri", message));
    } else if (!Stories.isComparable(article)) {
      String message = "the signature is no %d minima of 32 bits".formatted(Stories.MINIMA);
      reject(source, new Rejection(Reason.WRONG_TYPE, "minHash", message));
    } else {
      for (StoryChange change : requireNonNull(stories).apply(article)) {
        request(change, source.offset() + 1);
      }
    }
  }

  /**
   * @param version of all that follows from one signature: it grows with the topic's offset, and
   *     assignments learned from what was published have 0
   */
  private void request(StoryChange change, long version) {
    EnrichmentRequest request =
        EnrichmentRequest.newBuilder()
            .setUri(change.uri())
            .setReason("CLUSTER")
            .setRequestedAt(requireNonNull(sinks).now())
            .setAssignment(
                ClusterAssignment.newBuilder()
                    .setRevision(change.revision())
                    .setVersion(version)
                    .setClusterUri(change.assignment().clusterUri())
                    .setClusterHead(change.assignment().clusterHead())
                    .setDuplicateOf(change.assignment().duplicateOf())
                    .build())
            .build();
    RecordHeaders none = new RecordHeaders();
    byte[] value = requests.serialize(Topics.ENRICHMENT_REQUESTS.name(), none, request);
    context()
        .forward(
            new Record<>(
                change.uri().getBytes(UTF_8), value, context().currentSystemTimeMs(), none),
            EnrichTopology.STORY_REQUESTS);
  }

  private void reject(SourceRecord source, Rejection rejection) {
    requireNonNull(sinks).reject(source, rejection, null);
  }
}
