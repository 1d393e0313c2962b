package org.articlepipeline.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;

/**
 * What the service measures. Counters are for watching: a transaction that is tried again counts
 * again. The balance is kept by receipts.
 */
enum EnrichMetric {
  ARTICLES("articles.enrich.articles", "Articles read, by outcome"),
  WAITING(
      "articles.enrich.waiting",
      "Articles that wait to be enriched again since the knowledge base changed"),
  STEP_TIME("articles.enrich.step", "Time that a step took for one article"),
  ENTITIES("articles.enrich.entities", "Entities in the knowledge base"),
  NAMES("articles.enrich.entity.names", "Names of the entities in the knowledge base"),
  ENTITIES_UNREADABLE(
      "articles.enrich.entities.unreadable",
      "Records of the entities topic that were skipped because they can't be read");

  private final String id;
  private final String description;

  EnrichMetric(String id, String description) {
    this.id = id;
    this.description = description;
  }

  Counter counter(MeterRegistry registry, String... tags) {
    return Counter.builder(id).description(description).tags(tags).register(registry);
  }

  Timer timer(MeterRegistry registry, String... tags) {
    return Timer.builder(id).description(description).tags(tags).register(registry);
  }

  <T> void gauge(MeterRegistry registry, T of, ToDoubleFunction<T> value) {
    Gauge.builder(id, of, value).description(description).register(registry);
  }
}
