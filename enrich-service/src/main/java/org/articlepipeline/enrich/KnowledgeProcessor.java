package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.enrich.knowledge.ChangedNames;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.KnowledgeChange;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Enriches the articles of its task again that may name an entity that changed: notes the changes,
 * looks for the articles of all that came until then in one walk, and enriches them at a bounded
 * rate. It first waits until the knowledge base of this instance has the changes.
 */
final class KnowledgeProcessor extends ArticleProcessor {
  private static final Duration WORK_EVERY = Duration.ofMillis(100);
  private static final Duration SLICE = Duration.ofMillis(50);

  /** Compaction may have taken the very record that is waited for, when nothing came after it. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int MAX_REQUESTS = 200;

  private final ArticleReader reader;
  private final RecordReader<EnrichmentRequest> requests;
  private final EntityFeed knowledge;
  private final Permits permits;
  private final WaitingArticles waiting;
  private @Nullable KeyValueStore<Long, byte[]> changes;
  private @Nullable KeyValueStore<String, int[]> names;
  private @Nullable AgainQueue queue;
  private @Nullable NameScan scan;
  private long waitingSince = Long.MAX_VALUE;

  KnowledgeProcessor(
      ArticleReader reader,
      Parts parts,
      EntityFeed knowledge,
      Permits permits,
      WaitingArticles waiting) {
    super(parts);
    this.reader = reader;
    this.requests = new RecordReader<>(Topics.ENRICHMENT_REQUESTS, parts.serdes());
    this.knowledge = knowledge;
    this.permits = permits;
    this.waiting = waiting;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    changes = context.getStateStore(EnrichStores.CHANGES);
    names = context.getStateStore(EnrichStores.NAMES);
    queue = new AgainQueue(context.getStateStore(EnrichStores.QUEUE));
    context.schedule(WORK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::work);
  }

  /** What can't be read, and what asks for one article, is answered by {@link RequestProcessor}. */
  @Override
  void process(SourceRecord source) {
    if (change(source) != null) {
      requireNonNull(changes).put(source.offset(), requireNonNull(source.value()));
    }
  }

  private @Nullable KnowledgeChange change(SourceRecord source) {
    return requests.read(source) instanceof Read.Value<EnrichmentRequest>(EnrichmentRequest r)
        ? r.getKnowledge()
        : null;
  }

  private void work(long now) {
    long until = System.nanoTime() + SLICE.toNanos();
    if (scan == null) {
      scan = nextScan(now);
    }
    if (scan != null && scan.run(requireNonNull(names), requireNonNull(queue), until)) {
      scan.requests().forEach(requireNonNull(changes)::delete);
      scan = null;
    }
    drain(now, until);
    waiting.set(context().taskId().partition(), requireNonNull(queue).size());
  }

  @Override
  public void close() {
    waiting.forget(context().taskId().partition());
    super.close();
  }

  /** Null when there is nothing to look for, or not yet. */
  private @Nullable NameScan nextScan(long now) {
    List<Long> offsets = new ArrayList<>();
    List<List<Integer>> changed = new ArrayList<>();
    try (KeyValueIterator<Long, byte[]> found = requireNonNull(changes).all()) {
      while (found.hasNext() && offsets.size() < MAX_REQUESTS) {
        KeyValue<Long, byte[]> next = found.next();
        KnowledgeChange change = requireNonNull(change(request(next.key, next.value)));
        if (!isKnown(change, now)) {
          return null;
        }
        offsets.add(next.key);
        changed.addAll(change.getNames());
      }
    }
    waitingSince = Long.MAX_VALUE;
    return offsets.isEmpty() ? null : new NameScan(offsets, new ChangedNames(changed));
  }

  private boolean isKnown(KnowledgeChange change, long now) {
    if (knowledge.applied(change.getPartition()) >= change.getOffset()) {
      return true;
    }
    waitingSince = Math.min(waitingSince, now);
    return now - waitingSince >= PATIENCE.toMillis();
  }

  private void drain(long now, long until) {
    while (System.nanoTime() - until < 0 && permits.take(now)) {
      switch (requireNonNull(queue).take()) {
        case null -> {
          permits.giveBack();
          return;
        }
        case AgainQueue.Next.Article(long request, String uri) -> enrich(request, uri, now);
        case AgainQueue.Next.End(List<Long> answered) -> {
          permits.giveBack();
          answered.forEach(this::answer);
        }
      }
    }
  }

  private void enrich(long request, String uri, long now) {
    SourceRecord stored = accepted().get(uri.getBytes(UTF_8));
    if (stored != null
        && reader.read(stored) instanceof ArticleReader.Reading.Readable(Article article)) {
      desk().enrichIfChanged(request(request, null), article, now, stored.headers());
    }
  }

  private void answer(long request) {
    SourceRecord source = request(request, null);
    sinks()
        .send(
            source
                .receipt(Stages.ENRICH, Outcomes.APPLIED, sinks().now(), source.keyText())
                .setMessage("Every article that may name what changed was enriched again.")
                .build());
  }

  private SourceRecord request(long offset, byte @Nullable [] value) {
    return new SourceRecord(
        Topics.ENRICHMENT_REQUESTS.name(),
        context().taskId().partition(),
        offset,
        context().currentSystemTimeMs(),
        Topics.ENTITIES.name().getBytes(UTF_8),
        value,
        new RecordHeaders());
  }
}
