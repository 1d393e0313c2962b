package org.articlepipeline.ingest;

import org.articlepipeline.platform.Metric;

/**
 * What ingest measures. For every submission consumed there is one of the outcomes ACCEPTED, HELD,
 * DUPLICATE, STALE, REPROCESSED and REJECTED; RELEASED and SUPERSEDED come on top, for what was
 * HELD, EXPIRED for what was ACCEPTED or HELD, and ERASED a day after it was ACCEPTED. Counters are
 * for watching: a transaction that is aborted has counted too. The exact balance is in the
 * receipts.
 */
public enum IngestMetric implements Metric {
  CONSUMED(
      Definition.counter(
          "articles.ingest.consumed.submissions",
          "submissions",
          "Submissions read, whatever became of them")),
  OUTCOMES(
      Definition.counter(
          "articles.ingest.outcomes.receipts", "receipts", "Receipts sent, by outcome")),
  STEP(
      Definition.timer(
          "articles.ingest.step", "Time that a step takes for one submission, by step")),
  LATENCY(
      Definition.histogram(
          "articles.ingest.latency",
          "Time from a CMS's submission until it is accepted; not of what was held or reprocessed")),
  CANARIES(
      Definition.counter(
          "articles.canary.sent", "articles", "Canaries that Kafka has acknowledged"));

  private final Definition definition;

  IngestMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
