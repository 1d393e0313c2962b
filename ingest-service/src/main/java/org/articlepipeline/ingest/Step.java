package org.articlepipeline.ingest;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * One step of the flow. It decides and changes nothing: what it returns is carried out by {@link
 * StepProcessor}. Made anew for each task, so it needs no locks.
 */
interface Step<I extends InFlight, O extends InFlight> {

  /** For steps that read a store. */
  default void init(ProcessingContext context) {}

  StepResult<O> apply(I record, Instant now);
}
