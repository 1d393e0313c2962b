package org.articlepipeline.ingest;

import java.time.Instant;

/**
 * Runs {@link Ingestion} on what the gate let through; for what is held too, so that a CMS learns
 * at once what is wrong.
 */
final class CleanUpStep implements Step<InFlight.Gated, InFlight.Clean> {

  private final Ingestion ingestion;

  CleanUpStep(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  @Override
  public StepResult<InFlight.Clean> apply(InFlight.Gated record, Instant now) {
    return switch (ingestion.cleanUp(record.valid(), now)) {
      case Checked.Good<Ingested.Accepted>(var accepted) ->
          new StepResult.Next<>(new InFlight.Clean(record, accepted.article(), accepted.notes()));
      case Checked.Bad<Ingested.Accepted>(var rejection) -> new StepResult.Rejected<>(rejection);
    };
  }
}
