package org.articlepipeline.ingest.gateway;

import org.articlepipeline.platform.Metric;

/** What the gateway measures, when there is one. */
public enum GatewayMetric implements Metric {
  REQUESTS(
      Definition.counter("articles.gateway.requests", "requests", "Requests answered, by status")),
  PUBLISH(
      Definition.timer(
          "articles.gateway.publish",
          "Time until the broker has acknowledged a request's articles, or not"));

  private final Definition definition;

  GatewayMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
