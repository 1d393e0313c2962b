package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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
 * Advances the gate, then sends an article on or holds it under its embargo; releases what is due,
 * takes back what has expired, and makes sure of what was erased. The only node that changes state.
 * An older revision that is visible stays so, and expires, while a newer one is held; whatever is
 * admitted takes the place of what was held.
 */
final class AdmitProcessor implements Processor<byte[], InFlight.Measured, Object, Object> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Serde<Article> articles;
  private final IngestMetrics metrics;
  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable KeyValueStore<String, RevisionState> revisions;
  private @Nullable AdmittedEvents events;
  private @Nullable DueArticles held;
  private @Nullable DueArticles expiring;
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
    WindowStore<Bytes, Long> admitted = context.getStateStore(IngestStores.EVENTS);
    this.events = new AdmittedEvents(admitted);
    KeyValueStore<Bytes, SourceRecord> byRelease = context.getStateStore(IngestStores.HELD);
    this.held = new DueArticles(byRelease);
    KeyValueStore<Bytes, SourceRecord> byEnd = context.getStateStore(IngestStores.EXPIRING);
    this.expiring = new DueArticles(byEnd);
    this.furniture = new FurnitureStore(context.getStateStore(IngestStores.FURNITURE));
    this.sinks = new Sinks(context, metrics);
    context.schedule(
        LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<byte[], InFlight.Measured> record) {
    Instant now = Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs());
    InFlight.Gated gated = record.value().clean().gated();
    long revision = gated.submission().getRevision();
    if (gated.event() != null) {
      requireNonNull(events).put(gated.event(), revision, now);
    }
    if (gated.last() != null) {
      dropHeld(gated.submission().getUri(), gated.last(), revision, now);
    }
    if (gated.reprocessed() == null) {
      requireNonNull(furniture)
          .learn(gated.submission(), gated.last(), record.value().clean().edges());
    }
    if (record.value().clean().heldUntil() == null) {
      send(record.value(), record.timestamp(), now);
    } else {
      hold(record.value(), record.value().clean().heldUntil(), now);
    }
  }

  private void dropHeld(String uri, RevisionState last, long revision, Instant now) {
    SourceRecord dropped =
        last.heldUntil() == null ? null : requireNonNull(held).remove(last.heldUntil(), uri);
    if (dropped != null) {
      Receipt.Builder receipt = receipt(dropped, read(dropped), Outcomes.SUPERSEDED, now);
      String message = "Revision %d took its place under embargo.".formatted(revision);
      requireNonNull(sinks).send(receipt.setMessage(message).build(), now);
    }
  }

  private void send(InFlight.Measured measured, long timestamp, Instant now) {
    InFlight.Clean clean = measured.clean();
    String uri = clean.article().getUri();
    RevisionState last = clean.gated().last();
    Instant due =
        later(measured.source(), clean.article(), last == null ? null : last.dueAt(), now);
    requireNonNull(revisions).put(uri, state(clean, null, due));
    requireNonNull(sinks).accept(uri, measured.serialized(), measured.source(), timestamp);
    requireNonNull(sinks).send(accepted(measured, now), now);
    if (clean.gated().reprocessed() == null) {
      metrics.accepted(clean.article().getSubmittedAt(), now);
    }
  }

  private void hold(InFlight.Measured measured, Instant until, Instant now) {
    InFlight.Clean clean = measured.clean();
    String uri = clean.article().getUri();
    RevisionState last = clean.gated().last();
    requireNonNull(revisions).put(uri, state(clean, until, last == null ? null : last.dueAt()));
    requireNonNull(held).put(until, uri, measured.source().withValue(measured.serialized()));
    String message = told("Held until %s.".formatted(until), clean.notes());
    requireNonNull(sinks).settle(measured, Outcomes.HELD, message, now);
  }

  private static RevisionState state(
      InFlight.Clean clean, @Nullable Instant heldUntil, @Nullable Instant dueAt) {
    return new RevisionState(
        clean.article().getRevision(),
        clean.gated().contentHash(),
        clean.article().getPubStatus(),
        heldUntil,
        dueAt,
        heldUntil == null ? clean.article().getRevision() : clean.gated().sentBefore());
  }

  private Receipt accepted(InFlight.Measured measured, Instant now) {
    Article article = measured.clean().article();
    Instant goneAt =
        article.getPubStatus() == PubStatus.ERASED ? ErasurePromise.contentGoneAt(now) : null;
    String first = "";
    if (goneAt != null) {
      first = "Its content has left every topic by %s.".formatted(goneAt);
    } else if (hasExpired(article, now)) {
      first = "Expired at %s: without content.".formatted(article.getExpires());
    }
    String message = told(first, measured.clean().notes());
    boolean again = measured.clean().gated().reprocessed() != null;
    String outcome = again ? Outcomes.REPROCESSED : Outcomes.ACCEPTED;
    return requireNonNull(sinks)
        .receipt(measured, outcome, message.isEmpty() ? null : message, now)
        .setContentGoneAt(goneAt)
        .build();
  }

  /** What is due. Each of both takes no more than a round may. */
  private void look(Instant now) {
    requireNonNull(events).mark(now);
    requireNonNull(held).take(now, due -> release(due, now));
    requireNonNull(expiring).take(now, due -> end(due, now));
  }

  private void release(SourceRecord source, Instant now) {
    Article article = read(source);
    String uri = article.getUri();
    RevisionState state = known(uri);
    requireNonNull(revisions).put(uri, state.released(later(source, article, state.dueAt(), now)));
    boolean expired = hasExpired(article, now);
    byte[] bytes =
        expired ? write(Articles.withoutContent(article)) : requireNonNull(source.value());
    requireNonNull(sinks).accept(uri, bytes, source, now.toEpochMilli());
    String outcome = expired ? Outcomes.EXPIRED : Outcomes.RELEASED;
    requireNonNull(sinks).send(receipt(source, article, outcome, now).build(), now);
  }

  /**
   * The same revision once more, without content. Later in the log, it wins everywhere; and where
   * nothing else comes, it makes Kafka close and compact what an erased article was in.
   */
  private void end(SourceRecord source, Instant now) {
    Article stub = read(source);
    boolean erased = stub.getPubStatus() == PubStatus.ERASED;
    if (erased) {
      requireNonNull(held).touch(stub.getUri());
    }
    requireNonNull(revisions).put(stub.getUri(), known(stub.getUri()).done());
    requireNonNull(sinks)
        .accept(stub.getUri(), requireNonNull(source.value()), source, now.toEpochMilli());
    String outcome = erased ? Outcomes.ERASED : Outcomes.EXPIRED;
    requireNonNull(sinks).send(receipt(source, stub, outcome, now).build(), now);
  }

  /**
   * Notes what is to be sent later for an article that goes on, instead of for the one before it.
   *
   * @param before when that would have been
   * @return when it is; null when nothing is
   */
  private @Nullable Instant later(
      SourceRecord source, Article article, @Nullable Instant before, Instant now) {
    if (before != null) {
      requireNonNull(expiring).remove(before, article.getUri());
    }
    Instant due = end(article, now);
    if (due != null) {
      byte[] stub = write(Articles.withoutContent(article));
      requireNonNull(expiring).put(due, article.getUri(), source.withValue(stub));
    }
    return due;
  }

  private static @Nullable Instant end(Article article, Instant now) {
    if (article.getPubStatus() == PubStatus.ERASED) {
      return now.plus(ErasurePromise.SENT_AGAIN);
    }
    Instant expires = article.getExpires();
    boolean toCome = article.getBody() != null && expires != null && expires.isAfter(now);
    return toCome ? expires : null;
  }

  private static boolean hasExpired(Article article, Instant now) {
    Instant expires = article.getExpires();
    return article.getPubStatus() == PubStatus.USABLE && expires != null && !expires.isAfter(now);
  }

  private RevisionState known(String uri) {
    return requireNonNull(
        requireNonNull(revisions).get(uri), "what is due was admitted, so the gate knows it");
  }

  private static String told(String first, List<String> notes) {
    return Stream.concat(Stream.of(first), notes.stream())
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Receipt.Builder receipt(
      SourceRecord source, Article article, String outcome, Instant now) {
    return source
        .receipt(Stages.INGEST, outcome, now, article.getUri())
        .setRevision(article.getRevision())
        .setSource(article.getSource())
        .setSubmittedAt(article.getSubmittedAt());
  }

  private Article read(SourceRecord due) {
    return articles.deserializer().deserialize(Topics.ACCEPTED.name(), requireNonNull(due.value()));
  }

  private byte[] write(Article article) {
    return articles.serializer().serialize(Topics.ACCEPTED.name(), article);
  }
}
