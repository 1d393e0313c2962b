package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Advances the gate, then sends an article on or holds it under its embargo, and releases what is
 * due. The only node that changes state. An older revision that is visible stays so while a newer
 * one is held; whatever is admitted takes the place of what was held.
 */
final class AdmitProcessor implements Processor<byte[], InFlight.Measured, Object, Object> {

  private static final Duration RELEASE_EVERY = Duration.ofMillis(250);

  /**
   * So that an embargo of thousands does not keep the thread from polling; the rest goes with the
   * next round.
   */
  private static final int RELEASES_A_ROUND = 200;

  private final Serde<Article> articles;
  private final IngestMetrics metrics;
  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable KeyValueStore<String, RevisionState> revisions;
  private @Nullable AdmittedEvents events;
  private @Nullable HeldArticles held;
  private @Nullable FurnitureStore furniture;
  private @Nullable Sinks sinks;

  AdmitProcessor(Serde<Article> articles, IngestMetrics metrics) {
    this.articles = articles;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    this.revisions = context.getStateStore(IngestStores.REVISIONS);
    KeyValueStore<Bytes, SourceRecord> store = context.getStateStore(IngestStores.HELD);
    this.held = new HeldArticles(store);
    WindowStore<Bytes, Long> admitted = context.getStateStore(IngestStores.EVENTS);
    this.events = new AdmittedEvents(admitted);
    this.furniture = new FurnitureStore(context.getStateStore(IngestStores.FURNITURE));
    this.sinks = new Sinks(context, metrics);
    context.schedule(
        RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> release(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<byte[], InFlight.Measured> record) {
    Instant now = Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs());
    InFlight.Measured measured = record.value();
    InFlight.Gated gated = measured.clean().gated();
    String uri = measured.submission().getUri();
    dropHeld(uri, gated, now);
    requireNonNull(revisions).put(uri, gated.next());
    if (gated.event() != null) {
      requireNonNull(events).put(gated.event(), gated.next().revision(), now);
    }
    requireNonNull(furniture).learn(measured.submission(), gated.last(), measured.clean().edges());
    Instant until = gated.next().heldUntil();
    if (until == null) {
      requireNonNull(sinks)
          .accept(uri, measured.serialized(), measured.source(), record.timestamp());
      requireNonNull(sinks).send(accepted(measured, now), now);
    } else {
      requireNonNull(held).put(until, uri, withValue(measured.source(), measured.serialized()));
      requireNonNull(sinks).settle(measured, Outcomes.HELD, "Held until %s.".formatted(until), now);
    }
  }

  private Receipt accepted(InFlight.Measured measured, Instant now) {
    List<String> notes = measured.clean().notes();
    Receipt.Builder receipt =
        requireNonNull(sinks)
            .receipt(
                measured, Outcomes.ACCEPTED, notes.isEmpty() ? null : String.join(" ", notes), now);
    return measured.submission().getPubStatus() == PubStatus.ERASED
        ? receipt.setContentGoneAt(ErasurePromise.contentGoneAt(now)).build()
        : receipt.build();
  }

  private void dropHeld(String uri, InFlight.Gated gated, Instant now) {
    RevisionState last = gated.last();
    SourceRecord dropped =
        last == null || last.heldUntil() == null
            ? null
            : requireNonNull(held).remove(last.heldUntil(), uri);
    if (dropped != null) {
      String message =
          "Revision %d took its place under embargo.".formatted(gated.next().revision());
      requireNonNull(sinks)
          .send(
              receiptOfHeld(dropped, read(dropped), Outcomes.SUPERSEDED, now)
                  .setMessage(message)
                  .build(),
              now);
    }
  }

  private void release(Instant now) {
    try (KeyValueIterator<Bytes, SourceRecord> due = requireNonNull(held).due(now)) {
      for (int i = 0; i < RELEASES_A_ROUND && due.hasNext(); i++) {
        SourceRecord next = due.next().value;
        release(next, read(next), now);
      }
    }
  }

  private void release(SourceRecord source, Article article, Instant now) {
    String uri = article.getUri();
    RevisionState state =
        requireNonNull(requireNonNull(revisions).get(uri), "held, so the gate knows it");
    Instant expires = article.getExpires();
    boolean expired = expires != null && !expires.isAfter(now);
    byte[] bytes =
        expired ? write(Articles.withoutContent(article)) : requireNonNull(source.value());
    requireNonNull(held).remove(requireNonNull(state.heldUntil(), "held"), uri);
    revisions.put(uri, state.released());
    requireNonNull(sinks).accept(uri, bytes, source, now.toEpochMilli());
    requireNonNull(sinks).send(receiptOfHeld(source, article, Outcomes.RELEASED, now).build(), now);
  }

  private static Receipt.Builder receiptOfHeld(
      SourceRecord source, Article article, String outcome, Instant now) {
    return source
        .receipt(Stages.INGEST, outcome, now, article.getUri())
        .setRevision(article.getRevision())
        .setSource(article.getSource())
        .setSubmittedAt(article.getSubmittedAt());
  }

  private Article read(SourceRecord held) {
    return articles
        .deserializer()
        .deserialize(Topics.ACCEPTED.name(), requireNonNull(held.value()));
  }

  private byte[] write(Article article) {
    return articles.serializer().serialize(Topics.ACCEPTED.name(), article);
  }

  private static SourceRecord withValue(SourceRecord source, byte[] value) {
    return new SourceRecord(
        source.topic(),
        source.partition(),
        source.offset(),
        source.timestamp(),
        source.key(),
        value,
        source.headers());
  }
}
