package org.articlepipeline.index.write;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.articlepipeline.index.document.JournalDocument;
import org.articlepipeline.index.indices.JournalIndices;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receipts and dead letters into the indices of their days, each under its topic, partition and
 * offset. One that can't be indexed is logged, counted and passed over: it never makes another
 * receipt or dead letter, or a failure would feed itself.
 */
public final class JournalIntake implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(JournalIntake.class);
  private static final String SKIPPED = "SKIPPED";

  private final RecordReader<Receipt> receipts;
  private final RecordReader<DeadLetter> deadLetters;
  private final JournalIndices receiptIndices;
  private final JournalIndices deadLetterIndices;
  private final BulkWriter writer;
  private final InstantSource clock;
  private final WriterMetrics metrics;

  public JournalIntake(
      TopicSerdes serdes,
      JournalIndices receiptIndices,
      JournalIndices deadLetterIndices,
      BulkWriter writer,
      InstantSource clock,
      WriterMetrics metrics) {
    this.receipts = new RecordReader<>(Topics.RECEIPTS, serdes);
    this.deadLetters = new RecordReader<>(Topics.DEAD_LETTERS, serdes);
    this.receiptIndices = receiptIndices;
    this.deadLetterIndices = deadLetterIndices;
    this.writer = writer;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void accept(SourceRecord record, OffsetTracker.Ticket ticket) {
    if (record.topic().equals(Topics.RECEIPTS.name())) {
      accept(record, ticket, receipts.read(record), receiptIndices, JournalDocument::of);
    } else {
      accept(record, ticket, deadLetters.read(record), deadLetterIndices, JournalDocument::of);
    }
  }

  @Override
  public void housekeeping(boolean leads) {
    receiptIndices.deleteOld(today());
    deadLetterIndices.deleteOld(today());
  }

  private <V> void accept(
      SourceRecord record,
      OffsetTracker.Ticket ticket,
      Read<V> read,
      JournalIndices indices,
      Function<V, byte[]> document) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(record.timestamp()), ZoneOffset.UTC);
    switch (read) {
      case Read.Value<V>(V value) when indices.keeps(day, today()) -> {
        // Not the record: nothing of it is needed any more, and its bytes are not counted as held.
        String id = id(record);
        writer.add(
            new Write(
                indices.of(day),
                id,
                Write.UNVERSIONED,
                document.apply(value),
                0,
                outcome -> settle(id, ticket, outcome),
                ticket::dropped));
      }
      case Read.Value<V> tooOld -> done(ticket, SKIPPED);
      case Read.Rejected<V>(Rejection rejection) ->
          passOver(id(record), ticket, rejection.message());
      case Read.Tombstone<V>() -> passOver(id(record), ticket, Reason.NULL_VALUE.description());
    }
  }

  private void settle(String id, OffsetTracker.Ticket ticket, Outcome outcome) {
    if (outcome instanceof Outcome.Rejected(int status, String reason)) {
      passOver(id, ticket, status + " " + reason);
    } else {
      done(ticket, Outcomes.INDEXED);
    }
  }

  private void passOver(String id, OffsetTracker.Ticket ticket, String reason) {
    LOG.atWarn()
        .addKeyValue("record", id)
        .addKeyValue("reason", reason)
        .log("record of the journal not indexed");
    done(ticket, Outcomes.REJECTED);
  }

  private void done(OffsetTracker.Ticket ticket, String outcome) {
    metrics.settled(outcome);
    ticket.settle();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  static String id(SourceRecord record) {
    return record.topic() + "-" + record.partition() + "-" + record.offset();
  }
}
