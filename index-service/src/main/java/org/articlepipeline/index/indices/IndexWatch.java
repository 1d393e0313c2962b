package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndexSettingBlocks;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.platform.Recurring;
import org.jspecify.annotations.Nullable;

/**
 * Looks every two seconds for canaries in the operators' alias, and whether an index may be written
 * at all. What a search finds is all that counts: so the age is right after a restart, in each
 * instance, and whoever sent them. While Elasticsearch does not answer they grow older.
 */
public final class IndexWatch {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration END = Duration.ofSeconds(2);

  private static final String CANARY = "_canary";

  /** As ingest-service makes them. */
  private static final Pattern CANARY_URI = Pattern.compile("urn:articles:canary:(\\d{1,5}):.*");

  private static final int MOST = 1_000;
  private static final long CLOCKS_DIFFER_MILLIS = 60_000;

  private final ElasticsearchConnection elasticsearch;
  private final boolean canaries;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Map<String, AtomicLong> sentByPartition = new ConcurrentHashMap<>();
  private final Recurring looks = new Recurring("index-watch", EVERY, END, this::look);
  private volatile long newestMillis;
  private volatile int blocked;

  /**
   * @param canaries whether any are sent
   */
  public IndexWatch(
      ElasticsearchConnection elasticsearch,
      boolean canaries,
      InstantSource clock,
      MeterRegistry metrics) {
    this.elasticsearch = elasticsearch;
    this.canaries = canaries;
    this.clock = clock;
    this.metrics = metrics;
    this.newestMillis = clock.millis();
    WatchMetric.BLOCKED.gauge(metrics, this, watch -> watch.blocked);
    if (canaries) {
      WatchMetric.CANARY_AGE.gauge(metrics, this, watch -> watch.age(watch.newestMillis));
    }
  }

  private double age(long sentMillis) {
    return Math.max(0, clock.millis() - sentMillis) / 1e3;
  }

  public void start() {
    looks.start();
  }

  public void stop() {
    looks.close();
  }

  void look() {
    blocked = countBlocked();
    if (canaries) {
      findCanaries();
    }
  }

  private void findCanaries() {
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(IndexNames.ARTICLES_ALL)
                            .ignoreUnavailable(true)
                            .allowNoIndices(true)
                            .size(MOST)
                            .source(source -> source.filter(f -> f.includes("uri", "revision")))
                            .query(q -> q.term(term -> term.field("source").value(CANARY)))
                            .sort(
                                sort -> sort.field(f -> f.field("revision").order(SortOrder.Desc))),
                    JsonNode.class))
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .filter(Objects::nonNull)
        .forEach(this::found);
  }

  /** Its revision is the time at which it was sent; others may use its source, too. */
  private void found(JsonNode canary) {
    long sent = canary.path("revision").asLong();
    Matcher uri = CANARY_URI.matcher(canary.path("uri").asText());
    if (uri.matches() && sent <= clock.millis() + CLOCKS_DIFFER_MILLIS) {
      newestMillis = Math.max(newestMillis, sent);
      sentByPartition.computeIfAbsent(uri.group(1), this::shown).accumulateAndGet(sent, Math::max);
    }
  }

  private AtomicLong shown(String partition) {
    var sent = new AtomicLong();
    WatchMetric.CANARY_PARTITION_AGE.gauge(
        metrics, sent, newest -> age(newest.get()), "partition", partition);
    return sent;
  }

  private int countBlocked() {
    return (int)
        elasticsearch
            .call(
                client ->
                    client
                        .indices()
                        .getSettings(
                            settings ->
                                settings
                                    .index(IndexNames.writeAlias("-*"))
                                    .ignoreUnavailable(true)
                                    .allowNoIndices(true)
                                    .name("index.blocks.*")))
            .settings()
            .values()
            .stream()
            .map(state -> blocks(state.settings()))
            .filter(Objects::nonNull)
            .filter(IndexWatch::isSet)
            .count();
  }

  private static @Nullable IndexSettingBlocks blocks(@Nullable IndexSettings settings) {
    IndexSettings index = settings == null ? null : settings.index();
    return index == null ? null : index.blocks();
  }

  private static boolean isSet(IndexSettingBlocks blocks) {
    return Stream.of(blocks.readOnlyAllowDelete(), blocks.readOnly(), blocks.write())
        .anyMatch(Boolean.TRUE::equals);
  }
}
