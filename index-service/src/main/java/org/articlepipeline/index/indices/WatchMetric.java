package org.articlepipeline.index.indices;

import org.articlepipeline.platform.Metric;

/** What is seen by looking at Elasticsearch from time to time. */
public enum WatchMetric implements Metric {
  CANARY_AGE(
      Definition.gauge(
          "articles.canary.age.seconds",
          "seconds",
          "Seconds since the newest canary was sent that a search finds; before the first, since the start")),
  CANARY_PARTITION_AGE(
      Definition.gauge(
          "articles.canary.partition.age.seconds",
          "seconds",
          "The same of each partition that a canary was found of")),
  BLOCKED(
      Definition.gauge(
          "articles.index.blocked",
          "indices",
          "Indices of articles that Elasticsearch lets nobody write, as when the disk is full"));

  private final Definition definition;

  WatchMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
