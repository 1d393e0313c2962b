package org.articlepipeline.ingest;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.articlepipeline.schemas.RecordReader;
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
 *                 │         │         │ └───────┼─ revisions ◀───────┤ └─▶ held (until its embargo ends)
 *                 └─────────┴─────────┴────┬────┴───────────┘        │
 *                                          ├▶ articles.dead-letters  │
 *                                          └▶ articles.receipts ◀────┘
 * </pre>
 */
final class IngestTopology {

  private IngestTopology() {}

  /**
   * @param partitions of {@code articles.submissions}, as the cluster has it
   */
  static Topology of(
      TopicSerdes serdes, int partitions, Ingestion ingestion, IngestMetrics metrics) {
    var articles = serdes.values(Topics.ACCEPTED);
    var submissions = new RecordReader<>(Topics.SUBMISSIONS, serdes);
    String[] ends = {"read", "validate", "gate", "clean-up", "measure", "admit"};
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            "submissions",
            (record, partitionTime) -> Math.max(0, record.timestamp()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            Topics.SUBMISSIONS.name())
        .addProcessor("arrive", () -> new ArrivalProcessor(metrics), "submissions")
        .addProcessor(
            "read",
            StepProcessor.of("read", () -> new ReadStep(submissions), "validate", metrics),
            "arrive")
        .addProcessor(
            "validate",
            StepProcessor.of("validate", () -> new ValidateStep(partitions), "gate", metrics),
            "read")
        .addProcessor(
            "gate", StepProcessor.of("gate", GateStep::new, "clean-up", metrics), "validate")
        .addProcessor(
            "clean-up",
            StepProcessor.of("clean-up", () -> new CleanUpStep(ingestion), "measure", metrics),
            "gate")
        .addProcessor(
            "measure",
            StepProcessor.of(
                "measure", () -> new MeasureStep(articles.serializer()), "admit", metrics),
            "clean-up")
        .addProcessor("admit", () -> new AdmitProcessor(articles, metrics), "measure")
        .addStateStore(IngestStores.revisions(), "gate", "admit")
        .addStateStore(IngestStores.held(), "admit")
        .addSink(
            Sinks.ACCEPTED,
            Topics.ACCEPTED.name(),
            new StringSerializer(),
            new ByteArraySerializer(),
            "admit")
        .addSink(
            Sinks.RECEIPTS,
            Topics.RECEIPTS.name(),
            serdes.keys(Topics.RECEIPTS).serializer(),
            serdes.values(Topics.RECEIPTS).serializer(),
            ends)
        .addSink(
            Sinks.DEAD_LETTERS,
            Topics.DEAD_LETTERS.name(),
            serdes.keys(Topics.DEAD_LETTERS).serializer(),
            serdes.values(Topics.DEAD_LETTERS).serializer(),
            ends);
  }
}
