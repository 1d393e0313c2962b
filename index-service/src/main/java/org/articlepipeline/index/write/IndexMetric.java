package org.articlepipeline.index.write;

import org.articlepipeline.platform.Metric;

/**
 * Every meter of the pipelines. For each (articles; receipts and dead letters) the counters
 * balance: records read = the sum of {@link #RECORDS} over outcomes + {@link #OUTSTANDING}.
 */
public enum IndexMetric implements Metric {
  READ(Definition.counter("articles.index.read", "records", "Records read, by pipeline")),
  RECORDS(
      Definition.counter(
          "articles.index.records", "records", "Records settled, by pipeline and outcome")),
  OUTSTANDING(
      Definition.gauge(
          "articles.index.outstanding", "records", "Records read and not settled yet")),
  BULK_SECONDS(
      Definition.histogram("articles.index.bulk", "Time from sending a bulk to its answer")),
  BULK_DOCUMENTS(
      Definition.counter("articles.index.bulk.documents", "documents", "Documents sent in bulks")),
  IN_FLIGHT(
      Definition.gauge("articles.index.bulks.inflight", "bulks", "Bulks that wait for an answer")),
  HELD_BYTES(
      Definition.gauge(
          "articles.index.held.bytes", "bytes", "Bytes of records and documents on their way")),
  HELD_BYTES_LIMIT(
      Definition.gauge(
          "articles.index.held.bytes.limit",
          "bytes",
          "How much a pipeline may hold before it stops reading (articles.index.held-bytes)")),
  RETRYING_SECONDS(
      Definition.gauge(
          "articles.index.retrying",
          "seconds",
          "Seconds since Elasticsearch last took a write; 0 when all is well")),
  LATENCY(
      Definition.histogram(
          "articles.index.latency", "Time from a CMS's submission to Elasticsearch's answer")),
  SEARCHABLE(
      Definition.histogram(
          "articles.index.searchable",
          "Time from a CMS's submission until a search finds the article, of one article a second")),
  UNSEEN(
      Definition.counter(
          "articles.index.unseen",
          "articles",
          "Articles looked for that no search found within about a minute"));

  static final String PIPELINE = "pipeline";
  static final String TARGET = "target";
  static final String OUTCOME = "outcome";

  private final Definition definition;

  IndexMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
