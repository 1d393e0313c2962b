package org.articlepipeline.index.write;

import java.time.InstantSource;
import org.articlepipeline.index.indices.Expunge;
import org.articlepipeline.index.indices.StubPurge;
import org.articlepipeline.schemas.SourceRecord;

/** An intake whose index is also tidied: of all instances by the one that leads the group. */
public final class TidyIntake implements Intake {
  private final Intake intake;
  private final StubPurge stubs;
  private final Expunge expunge;
  private final InstantSource clock;

  public TidyIntake(Intake intake, StubPurge stubs, Expunge expunge, InstantSource clock) {
    this.intake = intake;
    this.stubs = stubs;
    this.expunge = expunge;
    this.clock = clock;
  }

  @Override
  public void accept(SourceRecord record, OffsetTracker.Ticket ticket) {
    intake.accept(record, ticket);
  }

  @Override
  public void housekeeping(boolean leads) {
    intake.housekeeping(leads);
    if (leads) {
      stubs.purge(clock.instant());
      expunge.expunge(clock.instant());
    }
  }
}
