package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Reprocessing;
import org.jspecify.annotations.Nullable;

/**
 * Looks a submission up in the stores of events and of revisions. It advances nothing: what fails
 * further on was never accepted, and may be sent again as the same event.
 */
final class GateStep implements Step<InFlight.Valid, InFlight.Gated> {

  private @Nullable KeyValueStore<String, RevisionState> revisions;
  private @Nullable AdmittedEvents events;

  @Override
  public void init(ProcessingContext context) {
    revisions = context.getStateStore(IngestStores.REVISIONS);
    WindowStore<Bytes, Long> store = context.getStateStore(IngestStores.EVENTS);
    events = new AdmittedEvents(store);
  }

  @Override
  public StepResult<InFlight.Gated> apply(InFlight.Valid record, Instant now) {
    ArticleSubmission s = record.submission();
    String hash = ContentHash.of(record.valid());
    RevisionState last = requireNonNull(revisions).get(s.getUri());
    Instant before = Reprocessing.of(record.source().headers());
    if (before != null && RevisionGate.mayBeReprocessed(last, s.getRevision(), hash)) {
      return new StepResult.Next<>(
          new InFlight.Gated(record.source(), record.valid(), last, hash, null, before));
    }
    Bytes event = before == null ? EventKey.of(s.getUri(), record.source().headers()) : null;
    Long admittedAs = event == null ? null : requireNonNull(events).revision(event, now);
    if (admittedAs != null) {
      return new StepResult.Settled<>(
          Outcomes.DUPLICATE,
          "This event (ce_source and ce_id) was accepted before, as revision %d."
              .formatted(admittedAs));
    }
    return switch (RevisionGate.decide(last, s.getRevision(), hash)) {
      case RevisionGate.Decision.Accept() ->
          new StepResult.Next<>(
              new InFlight.Gated(record.source(), record.valid(), last, hash, event, null));
      case RevisionGate.Decision.Duplicate() ->
          new StepResult.Settled<>(
              Outcomes.DUPLICATE,
              "Revision %d was accepted before, with the same content.".formatted(s.getRevision()));
      case RevisionGate.Decision.Stale(long accepted) ->
          new StepResult.Settled<>(
              Outcomes.STALE,
              "Revision %d is older than revision %d, which was accepted before."
                  .formatted(s.getRevision(), accepted));
      case RevisionGate.Decision.Conflict() ->
          StepResult.rejected(
              Reason.REVISION_CONFLICT,
              "revision",
              "Revision %d was accepted before with other content. Send changed content under a higher revision."
                  .formatted(s.getRevision()));
    };
  }
}
