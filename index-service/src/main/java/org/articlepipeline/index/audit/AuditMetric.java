package org.articlepipeline.index.audit;

import org.articlepipeline.platform.Metric;

/** Every meter of the scheduled audit. */
public enum AuditMetric implements Metric {
  FOUND(
      Definition.gauge(
          "articles.index.audit.found",
          "articles",
          "Articles that the last scheduled audit found to be not as the log says, by kind")),
  AGE(
      Definition.gauge(
          "articles.index.audit.age",
          "seconds",
          "Seconds since the last scheduled audit began; NaN before it")),
  DURATION(
      Definition.gauge(
          "articles.index.audit.duration",
          "seconds",
          "Seconds that the last scheduled audit took")),
  FAILED(
      Definition.gauge(
          "articles.index.audit.failed",
          "1 or 0",
          "1 when the last scheduled audit could not be made, else 0"));

  static final String KIND = "kind";

  private final Definition definition;

  AuditMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
