package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stubs out of one index when nothing older can come any more that they would have to
 * outrank. Doing it twice, or on two instances at once, does no harm.
 */
public final class StubPurge {
  private static final Logger LOG = LoggerFactory.getLogger(StubPurge.class);

  /** At most so many at once: the pipeline waits for it. */
  static final int PAGE = 1_000;

  private final ElasticsearchConnection elasticsearch;
  private final String index;
  private final Duration grace;

  /**
   * @param index or an alias of one
   * @param grace how long stubs are kept
   */
  public StubPurge(ElasticsearchConnection elasticsearch, String index, Duration grace) {
    this.elasticsearch = elasticsearch;
    this.index = index;
    this.grace = grace;
  }

  /**
   * Takes out up to a thousand. A failure is only logged: the next time comes soon.
   *
   * @return how many were taken out
   */
  public int purge(Instant now) {
    try {
      List<BulkOperation> ended = ended(now.minus(grace)).stream().map(this::delete).toList();
      if (ended.isEmpty()) {
        return 0;
      }
      BulkResponse answer = elasticsearch.call(client -> client.bulk(b -> b.operations(ended)));
      int gone =
          (int) answer.items().stream().filter(item -> item.status() == HttpStatus.OK).count();
      LOG.atInfo().addKeyValue("index", index).addKeyValue("stubs", gone).log("stubs purged");
      return gone;
    } catch (ElasticsearchException e) {
      LOG.atInfo().addKeyValue("index", index).log("old stubs stay for now: {}", e.getMessage());
      return 0;
    }
  }

  private List<Hit<Void>> ended(Instant until) {
    return elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .query(q -> q.range(r -> r.date(d -> date(d, until))))
                            .sort(s -> s.field(f -> f.field("endedAt").order(SortOrder.Asc)))
                            .size(PAGE)
                            .version(true)
                            .source(source -> source.fetch(false)),
                    Void.class))
        .hits()
        .hits();
  }

  private static DateRangeQuery.Builder date(DateRangeQuery.Builder range, Instant until) {
    // Of a bound without milliseconds Elasticsearch takes the whole second.
    return range.field("endedAt").lt(until.plusMillis(1).toString());
  }

  /** With the version that was read: an article that came back meanwhile has a higher one. */
  private BulkOperation delete(Hit<Void> stub) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                delete ->
                    delete
                        .index(index)
                        .id(Objects.requireNonNull(stub.id()))
                        .version(Objects.requireNonNull(stub.version()))
                        .versionType(VersionType.ExternalGte)));
  }
}
