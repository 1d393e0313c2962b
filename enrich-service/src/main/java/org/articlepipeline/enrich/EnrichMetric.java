package org.articlepipeline.enrich;

import org.articlepipeline.platform.Metric;

/**
 * What the service measures. Counters are for watching: a transaction that is tried again counts
 * again. The balance is kept by receipts.
 */
public enum EnrichMetric implements Metric {
  READ(
      Definition.counter(
          "articles.enrich.read", "records", "Records read that are owed a receipt, by topic")),
  ARTICLES(Definition.counter("articles.enrich.articles", "receipts", "Receipts sent, by outcome")),
  LATENCY(
      Definition.histogram(
          "articles.enrich.latency",
          "Time from a CMS's submission until it is enriched; of a revision's first run")),
  WAITING(
      Definition.gauge(
          "articles.enrich.waiting",
          "articles",
          "Articles that wait to be enriched again since the knowledge base changed")),
  STEP_TIME(
      Definition.timer("articles.enrich.step", "Time that a step took for one article, by step")),
  ENTITIES(
      Definition.gauge("articles.enrich.entities", "entities", "Entities in the knowledge base")),
  NAMES(
      Definition.gauge(
          "articles.enrich.entity.names", "names", "Names of the entities in the knowledge base")),
  ENTITIES_UNREADABLE(
      Definition.counter(
          "articles.enrich.entities.unreadable",
          "records",
          "Records of the entities topic that were skipped because they can't be read"));

  private final Definition definition;

  EnrichMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
