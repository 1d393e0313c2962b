package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.articlepipeline.ingest.cleanup.KnownFurniture;
import org.articlepipeline.ingest.draft.Checked;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Ingestion} on what the gate let through; for what is held too, so that a CMS learns
 * at once what is wrong.
 */
final class CleanUpStep implements Step<InFlight.Gated, InFlight.Clean> {

  private final Ingestion ingestion;
  private final boolean learning;
  private @Nullable FurnitureStore furniture;

  CleanUpStep(Ingestion ingestion, boolean learning) {
    this.ingestion = ingestion;
    this.learning = learning;
  }

  @Override
  public void init(ProcessingContext context) {
    furniture = new FurnitureStore(context.getStateStore(IngestStores.FURNITURE));
  }

  @Override
  public StepResult<InFlight.Clean> apply(InFlight.Gated record, Instant now) {
    KnownFurniture known =
        learning ? requireNonNull(furniture).of(record.submission()) : KnownFurniture.NONE;
    return switch (ingestion.cleanUp(record.valid(), ingestedAt(record, now), known)) {
      case Checked.Good<Ingestion.Cleaned>(Ingestion.Cleaned(var accepted, var edges)) -> {
        accepted.article().setPreviousRevision(previous(record));
        yield new StepResult.Next<>(
            new InFlight.Clean(
                record,
                accepted.article(),
                accepted.notes(),
                edges,
                stillToCome(accepted.embargoedUntil(), now)));
      }
      case Checked.Bad<Ingestion.Cleaned>(var rejection) -> new StepResult.Rejected<>(rejection);
    };
  }

  /** What is cleaned up again keeps its time, unless its own time is over by now. */
  private static Instant ingestedAt(InFlight.Gated record, Instant now) {
    Instant before = record.reprocessed();
    return before == null || Ingestion.isExpired(record.submission(), now) ? now : before;
  }

  private static @Nullable Long previous(InFlight.Gated record) {
    long before = record.sentBefore();
    return before == 0 || before == record.submission().getRevision() ? null : before;
  }

  private static @Nullable Instant stillToCome(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now) ? time : null;
  }
}
