package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.enrich.knowledge.NameTokens;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.KnowledgeChange;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Compares each entity with what it was, and announces its old and new names, those of many
 * entities in one message: an import would else be a message for each entity and partition. An
 * entity that can't be read is a dead letter, and what it was before stays.
 */
final class ChangeProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final Duration ANNOUNCE_EVERY = Duration.ofMillis(200);

  /** Of entities that were sent again as they are: whoever waits for their offset must hear it. */
  private static final String UNCHANGED = "";

  private final TopicSerdes serdes;
  private final MeterRegistry metrics;
  private final RecordReader<Entity> reader;
  private final Serializer<EnrichmentRequest> requests;
  private @Nullable EnrichSinks sinks;
  private @Nullable KeyValueStore<String, byte[]> entities;
  private @Nullable KeyValueStore<String, Announcement> announcements;

  ChangeProcessor(TopicSerdes serdes, MeterRegistry metrics) {
    this.serdes = serdes;
    this.metrics = metrics;
    this.reader = new RecordReader<>(Topics.ENTITIES, serdes);
    this.requests = serdes.values(Topics.ENRICHMENT_REQUESTS).serializer();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    sinks = new EnrichSinks(context, serdes, metrics);
    entities = context.getStateStore(EnrichStores.ENTITIES);
    announcements = context.getStateStore(EnrichStores.ANNOUNCEMENTS);
    context.schedule(ANNOUNCE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::announce);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    SourceRecord source = SourceRecords.of(record, from);
    if (source.key() == null) {
      reject(source, Rejection.of(Reason.NULL_KEY, "the key is the entity's uri"));
      return;
    }
    switch (reader.read(source)) {
      case Read.Value<Entity> read when !read.value().getUri().equals(source.keyText()) ->
          reject(
              source,
              new Rejection(
                  Reason.KEY_MISMATCH,
                  "uri",
                  "the key is '%s', the entity's uri '%s'"
                      .formatted(source.keyText(), read.value().getUri())));
      case Read.Value<Entity> read -> change(source, names(read.value()));
      case Read.Tombstone<Entity> ignored -> change(source, List.of());
      case Read.Rejected<Entity> read -> reject(source, read.rejection());
    }
  }

  private void change(SourceRecord source, List<List<Integer>> names) {
    String uri = new String(requireNonNull(source.key()), UTF_8);
    KeyValueStore<String, byte[]> known = requireNonNull(entities);
    byte[] before = known.get(uri);
    if (Arrays.equals(before, source.value())) {
      note(UNCHANGED, source.offset(), List.of());
      return;
    }
    note(
        uri,
        source.offset(),
        Stream.of(names(source, before), names).flatMap(List::stream).toList());
    known.put(uri, source.value());
  }

  private void note(String uri, long offset, List<List<Integer>> names) {
    KeyValueStore<String, Announcement> noted = requireNonNull(announcements);
    noted.put(uri, requireNonNullElse(noted.get(uri), Announcement.NOTHING).and(offset, names));
  }

  private List<List<Integer>> names(SourceRecord source, byte @Nullable [] value) {
    return value != null
            && reader.read(source.withValue(value)) instanceof Read.Value<Entity>(Entity entity)
        ? names(entity)
        : List.of();
  }

  private static List<List<Integer>> names(Entity entity) {
    return Stream.concat(
            Stream.of(entity.getName()), entity.getAliases().stream().map(Alias::getName))
        .map(name -> Arrays.stream(NameTokens.of(Stream.of(name))).boxed().toList())
        .distinct()
        .toList();
  }

  private void announce(long now) {
    KeyValueStore<String, Announcement> noted = requireNonNull(announcements);
    List<String> uris = new ArrayList<>();
    Set<List<Integer>> names = new LinkedHashSet<>();
    long offset = -1;
    try (KeyValueIterator<String, Announcement> found = noted.all()) {
      while (found.hasNext()) {
        KeyValue<String, Announcement> next = found.next();
        uris.add(next.key);
        names.addAll(next.value.names());
        offset = Math.max(offset, next.value.offset());
      }
    }
    if (!uris.isEmpty()) {
      send(new Announcement(offset, List.copyOf(names)), now);
      uris.forEach(noted::delete);
    }
  }

  private void send(Announcement all, long now) {
    String key = Topics.ENTITIES.name();
    EnrichmentRequest request =
        EnrichmentRequest.newBuilder()
            .setUri(key)
            .setReason("KNOWLEDGE")
            .setRequestedAt(Instant.ofEpochMilli(now))
            .setKnowledge(
                new KnowledgeChange(context().taskId().partition(), all.offset(), all.names()))
            .build();
    RecordHeaders none = new RecordHeaders();
    byte[] value = requests.serialize(Topics.ENRICHMENT_REQUESTS.name(), none, request);
    context()
        .forward(new Record<>(key.getBytes(UTF_8), value, now, none), ChangesTopology.REQUESTS);
  }

  private void reject(SourceRecord source, Rejection rejection) {
    requireNonNull(sinks).reject(source, rejection, null);
  }
}
