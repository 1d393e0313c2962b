package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.articlepipeline.ingest.draft.StepFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link Step} as a node of the topology and carries out what it decided. A step that
 * fails on a record rejects that record; only the step itself is guarded, so a failure of Kafka, a
 * store or the registry still stops the task.
 */
final class StepProcessor<I extends InFlight, O extends InFlight>
    implements Processor<byte[], I, Object, Object> {

  private final String name;
  private final Step<I, O> step;
  private final String nextNode;
  private final IngestMetrics metrics;
  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable Sinks sinks;

  private StepProcessor(String name, Step<I, O> step, String nextNode, IngestMetrics metrics) {
    this.name = name;
    this.step = step;
    this.nextNode = nextNode;
    this.metrics = metrics;
  }

  static <I extends InFlight, O extends InFlight> ProcessorSupplier<byte[], I, Object, Object> of(
      String name, Supplier<Step<I, O>> step, String nextNode, IngestMetrics metrics) {
    return () -> new StepProcessor<>(name, step.get(), nextNode, metrics);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    this.sinks = new Sinks(context, metrics);
    step.init(context);
  }

  @Override
  public void process(Record<byte[], I> record) {
    var node = requireNonNull(context);
    Instant now = Instant.ofEpochMilli(node.currentSystemTimeMs());
    long start = System.nanoTime();
    StepResult<O> result = decide(record.value(), now);
    metrics.took(name, System.nanoTime() - start);
    switch (result) {
      case StepResult.Next<O>(O value) -> node.forward(record.withValue(value), nextNode);
      case StepResult.Settled<O>(String outcome, String message) ->
          requireNonNull(sinks).settle(record.value(), outcome, message, now);
      case StepResult.Rejected<O>(var rejection) ->
          requireNonNull(sinks).reject(record.value(), rejection, now);
    }
  }

  private StepResult<O> decide(I record, Instant now) {
    try {
      return StepFailedException.naming(name, () -> step.apply(record, now));
    } catch (StepFailedException e) {
      return new StepResult.Rejected<>(e.rejection());
    }
  }
}
