package org.articlepipeline.index.audit;

/** Every meter of the scheduled audit. */
enum AuditMetric {
  FOUND(
      "articles.index.audit.found",
      "Articles that the last scheduled audit found to be not as the log says, by kind"),
  AGE("articles.index.audit.age", "Seconds since the last scheduled audit began; NaN before it"),
  DURATION("articles.index.audit.duration", "Seconds that the last scheduled audit took"),
  FAILED(
      "articles.index.audit.failed", "1 when the last scheduled audit could not be made, else 0");

  static final String KIND = "kind";

  private final String meter;
  private final String description;

  AuditMetric(String meter, String description) {
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
