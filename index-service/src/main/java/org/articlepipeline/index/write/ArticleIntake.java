package org.articlepipeline.index.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Stages;
import org.jspecify.annotations.Nullable;

/**
 * Enriched articles into one index of articles. Each record that this pipeline tells of ends with a
 * receipt, INDEXED, STALE or REJECTED, the last with a dead letter as well; its ticket is settled
 * when Kafka has them.
 */
public final class ArticleIntake implements Intake {
  private final RecordReader<EnrichedArticle> reader;
  private final BulkWriter writer;
  private final Reports reports;
  private final String target;
  private final BiFunction<EnrichedArticle, Instant, byte[]> document;
  private final SearchProbe probe;
  private final Telling telling;
  private final InstantSource clock;
  private final WriterMetrics metrics;

  /**
   * Which records this pipeline tells of. All indices that are written get every record; one of
   * their pipelines writes its receipt.
   */
  public interface Telling {
    boolean tells(SourceRecord record);

    /** A record that this pipeline does not tell of could not be indexed. */
    void refused(SourceRecord record, Rejection rejection);
  }

  /**
   * @param target alias of the index
   * @param document what the index gets of an article at a time
   */
  public ArticleIntake(
      RecordReader<EnrichedArticle> reader,
      BulkWriter writer,
      Reports reports,
      String target,
      BiFunction<EnrichedArticle, Instant, byte[]> document,
      SearchProbe probe,
      Telling telling,
      InstantSource clock,
      WriterMetrics metrics) {
    this.reader = reader;
    this.writer = writer;
    this.reports = reports;
    this.target = target;
    this.document = document;
    this.probe = probe;
    this.telling = telling;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void accept(SourceRecord record, OffsetTracker.Ticket ticket) {
    switch (reader.read(record)) {
      case Read.Value<EnrichedArticle>(EnrichedArticle article) -> {
        Rejection problem = Indexable.problem(record, article);
        if (problem == null) {
          write(record, article, ticket);
        } else {
          reject(record, problem, About.of(article), ticket);
        }
      }
      case Read.Rejected<EnrichedArticle>(Rejection rejection) ->
          reject(record, rejection, null, ticket);
      case Read.Tombstone<EnrichedArticle>() ->
          reject(
              record,
              Rejection.of(
                  Reason.NULL_VALUE,
                  "the value is null: an article's end is a record with its pubStatus"),
              null,
              ticket);
    }
  }

  private void write(SourceRecord record, EnrichedArticle article, OffsetTracker.Ticket ticket) {
    byte[] value = record.value();
    About about = About.of(article);
    Instant now = clock.instant();
    byte[] json;
    try {
      json = document.apply(article, now);
    } catch (RuntimeException e) {
      // Ours to mend; the articles behind it don't wait for that.
      reject(
          record,
          Rejection.of(Reason.STEP_FAILED, "no document could be made of it: " + e),
          about,
          ticket);
      return;
    }
    writer.add(
        new Write(
            target,
            DocumentId.of(article.getUri()),
            Indexable.writtenVersion(article, now),
            json,
            value == null ? 0 : value.length,
            outcome -> settle(record, about, ticket, outcome),
            ticket::dropped));
  }

  /**
   * What receipts say of an article, and whether readers will find it: kept instead of the whole
   * while the document is on its way.
   */
  private record About(
      String uri, long revision, int run, String source, Instant submittedAt, boolean visible) {
    static About of(EnrichedArticle article) {
      return new About(
          article.getUri(),
          article.getRevision(),
          article.getEnrichmentRun(),
          article.getSource(),
          article.getSubmittedAt(),
          article.getPubStatus() == PubStatus.USABLE
              && article.getExpires() == null
              && !article.getSource().startsWith("_"));
    }

    Receipt.Builder on(Receipt.Builder receipt) {
      return receipt
          .setRevision(revision)
          .setSource(source)
          .setEnrichmentRun(run)
          .setSubmittedAt(submittedAt);
    }
  }

  private void settle(
      SourceRecord record, About about, OffsetTracker.Ticket ticket, Outcome outcome) {
    if (ticket.dropped()) {
      return;
    }
    switch (outcome) {
      case Outcome.Indexed() when !telling.tells(record) -> silent(Outcomes.INDEXED, ticket);
      case Outcome.Stale() when !telling.tells(record) -> silent(Outcomes.STALE, ticket);
      case Outcome.Indexed() -> {
        Instant now = clock.instant();
        if (about.run() == 0) {
          // What is enriched again may have been sent years ago.
          metrics.latency(Duration.between(about.submittedAt(), now));
          if (about.visible()) {
            probe.indexed(
                DocumentId.of(about.uri()),
                Indexable.version(about.revision(), about.run()),
                about.submittedAt());
          }
        }
        receipt(about.on(record.receipt(Stages.INDEX, Outcomes.INDEXED, now, about.uri())), ticket);
      }
      case Outcome.Stale() ->
          receipt(
              about
                  .on(record.receipt(Stages.INDEX, Outcomes.STALE, clock.instant(), about.uri()))
                  .setMessage(
                      "the index holds a newer version than revision %d, enrichment run %d"
                          .formatted(about.revision(), about.run())),
              ticket);
      case Outcome.Rejected(int status, String reason) ->
          reject(
              record,
              Rejection.of(
                  Reason.INDEX_REJECTED,
                  "Elasticsearch refused the document with %d: %s".formatted(status, reason)),
              about,
              ticket);
      case Outcome.Retryable retryable ->
          throw new IllegalStateException("not settled: " + retryable);
    }
  }

  private void silent(String outcome, OffsetTracker.Ticket ticket) {
    metrics.settled(outcome);
    ticket.settle();
  }

  private void receipt(Receipt.Builder receipt, OffsetTracker.Ticket ticket) {
    reports.receipt(
        receipt.build(),
        () -> {
          metrics.settled(receipt.getOutcome());
          ticket.settle();
        });
  }

  /** The dead letter first: a receipt that says REJECTED must not point to nothing. */
  private void reject(
      SourceRecord record,
      Rejection rejection,
      @Nullable About about,
      OffsetTracker.Ticket ticket) {
    if (!telling.tells(record)) {
      telling.refused(record, rejection);
      silent(Outcomes.REJECTED, ticket);
      return;
    }
    Instant now = clock.instant();
    String uri = about == null ? record.keyText() : about.uri();
    Receipt.Builder receipt = record.rejected(Stages.INDEX, rejection, now, uri);
    if (about != null) {
      about.on(receipt);
    }
    reports.deadLetter(
        record.deadLetterKey(),
        record.deadLetter(
            Stages.INDEX,
            rejection,
            now,
            about == null ? null : about.uri(),
            about == null ? null : about.revision()),
        () -> {
          metrics.deadLetter(rejection.reason());
          receipt(receipt, ticket);
        });
  }
}
