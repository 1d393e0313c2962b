package org.articlepipeline.index.write;

/**
 * Every meter of this service. For each pipeline (articles, receipts and dead letters) the counters
 * balance: records read = the sum of {@link #RECORDS} over outcomes + {@link #OUTSTANDING}.
 */
enum IndexMetric {
  READ("articles.index.read", "Records read, by pipeline"),
  RECORDS("articles.index.records", "Records settled, by pipeline and outcome"),
  OUTSTANDING("articles.index.outstanding", "Records read and not settled yet, by pipeline"),
  BULK_SECONDS("articles.index.bulk", "Time from sending a bulk to its answer, by pipeline"),
  BULK_DOCUMENTS("articles.index.bulk.documents", "Documents sent in bulks, by pipeline"),
  IN_FLIGHT("articles.index.bulks.inflight", "Bulks that wait for an answer, by pipeline"),
  HELD_BYTES("articles.index.held.bytes", "Bytes of records and documents held, by pipeline"),
  RETRYING_SECONDS(
      "articles.index.retrying",
      "Seconds since Elasticsearch last took a write; 0 when all is well"),
  LATENCY("articles.index.latency", "Time from a CMS's submission to Elasticsearch's answer"),
  SEARCHABLE(
      "articles.index.searchable",
      "Time from a CMS's submission until a search finds the article, of one article a second"),
  UNSEEN(
      "articles.index.unseen",
      "Articles looked for that no search found within about a minute, by pipeline");

  static final String PIPELINE = "pipeline";
  static final String TARGET = "target";
  static final String OUTCOME = "outcome";

  private final String meter;
  private final String description;

  IndexMetric(String meter, String description) {
    this.meter = meter;
    this.description = description;
  }

  String meter() {
    return meter;
  }

  String description() {
    return description;
  }
}
