package org.articlepipeline.index.indices;

import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Lucene rewrite, once in a while, the segments in which something was replaced. Until it
 * merges them, the single words of an article that was withdrawn stay in its dictionaries, where
 * suggesters and facets of nothing ({@code min_doc_count: 0}) find them. Used by one thread.
 */
public final class Expunge {
  private static final Logger LOG = LoggerFactory.getLogger(Expunge.class);

  /** After a start: services that restart often must not merge each time, nor never. */
  static final Duration FIRST = Duration.ofHours(1);

  private final ElasticsearchConnection elasticsearch;
  private final String index;
  private final Duration interval;
  private @Nullable Instant due;

  /**
   * @param index or an alias of one
   * @param interval zero for never
   */
  public Expunge(ElasticsearchConnection elasticsearch, String index, Duration interval) {
    this.elasticsearch = elasticsearch;
    this.index = index;
    this.interval = interval;
  }

  /**
   * Starts it when it is time; Elasticsearch goes on by itself. A failure is only logged.
   *
   * @return whether it was started
   */
  public boolean expunge(Instant now) {
    if (interval.isZero()) {
      return false;
    }
    if (due == null) {
      due = now.plus(FIRST);
    }
    if (now.isBefore(due)) {
      return false;
    }
    due = now.plus(interval);
    try {
      elasticsearch.call(
          client ->
              client
                  .indices()
                  .forcemerge(
                      merge ->
                          merge.index(index).onlyExpungeDeletes(true).waitForCompletion(false)));
      LOG.atInfo().addKeyValue("index", index).log("what was replaced is expunged");
      return true;
    } catch (ElasticsearchException e) {
      LOG.atInfo().addKeyValue("index", index).log("not expunged: {}", e.getMessage());
      return false;
    }
  }
}
