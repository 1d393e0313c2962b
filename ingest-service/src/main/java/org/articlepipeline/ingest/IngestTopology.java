package org.articlepipeline.ingest;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * The flow of ingest. Each step either hands its record on or ends it: with a receipt (DUPLICATE,
 * STALE) or with a receipt and a dead letter (REJECTED).
 *
 * <pre>
 * articles.submissions (bytes)
 *   └▶ arrive ─▶ read ─▶ validate ─▶ gate ─▶ clean-up ─▶ measure ─▶ admit ─▶ articles.accepted
 *                 │         │         │ ▲       │           │        │ ▲
 *                 │         │         │ └────── revisions, events ◀──┤ └─▶ held, expiring (until their time)
 *                 └─────────┴─────────┴────┬────┴───────────┘        │
 *                                          ├▶ articles.dead-letters  │
 *                                          └▶ articles.receipts ◀────┘
 * </pre>
 */
final class IngestTopology {

  /** The nodes at which a record can end. */
  private static final String[] ENDS = {"read", "validate", "gate", "clean-up", "measure", "admit"};

  private final Topology topology = new Topology();
  private final TopicSerdes serdes;
  private final IngestMetrics metrics;

  private IngestTopology(TopicSerdes serdes, IngestMetrics metrics) {
    this.serdes = serdes;
    this.metrics = metrics;
  }

  /**
   * @param partitions of {@code articles.submissions}, as the cluster has it
   * @param learning whether clean-up learns what each source repeats
   */
  static Topology of(
      TopicSerdes serdes,
      int partitions,
      Ingestion ingestion,
      boolean learning,
      IngestMetrics metrics) {
    var flow = new IngestTopology(serdes, metrics);
    var submissions = new RecordReader<>(Topics.SUBMISSIONS, serdes);
    var articles = serdes.values(Topics.ACCEPTED);
    flow.bytesOf(Topics.SUBMISSIONS, "submissions");
    flow.topology.addProcessor("arrive", () -> new ArrivalProcessor(metrics), "submissions");
    flow.step("arrive", "read", () -> new ReadStep(submissions), "validate");
    flow.step("read", "validate", () -> new ValidateStep(partitions), "gate");
    flow.step("validate", "gate", GateStep::new, "clean-up");
    flow.step("gate", "clean-up", () -> new CleanUpStep(ingestion, learning), "measure");
    flow.step("clean-up", "measure", () -> new MeasureStep(articles.serializer()), "admit");
    flow.topology.addProcessor("admit", () -> new AdmitProcessor(articles, metrics), "measure");
    flow.topology.addStateStore(IngestStores.revisions(), "gate", "admit");
    flow.topology.addStateStore(IngestStores.events(), "gate", "admit");
    flow.topology.addStateStore(IngestStores.held(), "admit");
    flow.topology.addStateStore(IngestStores.furniture(), "clean-up", "admit");
    flow.topology.addStateStore(IngestStores.expiring(), "admit");
    flow.serializedTo(Topics.ACCEPTED, Sinks.ACCEPTED);
    flow.sink(Topics.RECEIPTS, Sinks.RECEIPTS);
    flow.sink(Topics.DEAD_LETTERS, Sinks.DEAD_LETTERS);
    return flow.topology;
  }

  /** As bytes: what can't be read must be a dead letter with all of them. */
  private void bytesOf(Topic<?, ?> topic, String node) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        node,
        (record, partitionTime) -> Math.max(0, record.timestamp()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        topic.name());
  }

  private <I extends InFlight, O extends InFlight> void step(
      String after, String name, Supplier<Step<I, O>> step, String next) {
    topology.addProcessor(name, StepProcessor.of(name, step, next, metrics), after);
  }

  /** Articles come serialized from the step that measured them. */
  private void serializedTo(Topic<String, ?> topic, String node) {
    topology.addSink(
        node, topic.name(), new StringSerializer(), new ByteArraySerializer(), "admit");
  }

  private <K, V> void sink(Topic<K, V> topic, String node) {
    topology.addSink(
        node,
        topic.name(),
        serdes.keys(topic).serializer(),
        serdes.values(topic).serializer(),
        ENDS);
  }
}
