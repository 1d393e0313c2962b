package org.articlepipeline.index.indices;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of daily indices: made when their day begins, deleted when it is too long ago. Used by
 * one thread.
 */
public final class JournalIndices {
  private static final Logger LOG = LoggerFactory.getLogger(JournalIndices.class);

  private final ElasticsearchConnection elasticsearch;
  private final String prefix;
  private final int days;
  private final Set<String> known = new HashSet<>();

  /**
   * @param days how many days are kept, today included
   */
  public JournalIndices(ElasticsearchConnection elasticsearch, String prefix, int days) {
    this.elasticsearch = elasticsearch;
    this.prefix = prefix;
    this.days = days;
  }

  public boolean keeps(LocalDate day, LocalDate today) {
    return day.isAfter(today.minusDays(days));
  }

  /**
   * The day's index, made now if it is missing: a write never makes one by itself.
   *
   * @throws ElasticsearchException when that can't be done now
   */
  public String of(LocalDate day) {
    String index = IndexNames.daily(prefix, day);
    if (!known.contains(index)) {
      create(index);
      known.add(index);
    }
    return index;
  }

  /** The index turned out to be missing. */
  public void restore(String index) {
    if (known.remove(index)) {
      try {
        create(index);
        known.add(index);
      } catch (ElasticsearchException e) {
        LOG.atWarn().addKeyValue("index", index).log("index can't be made: {}", e.getMessage());
        known.add(index);
      }
    }
  }

  private void create(String index) {
    if (!elasticsearch.call(client -> client.indices().exists(i -> i.index(index))).value()) {
      elasticsearch.call(client -> client.indices().create(i -> i.index(index)));
      LOG.atInfo().addKeyValue("index", index).log("index created");
    }
  }

  /** A failure is only logged: the next time comes soon. */
  public void deleteOld(LocalDate today) {
    try {
      elasticsearch
          .call(client -> client.indices().getAlias(alias -> alias.index(prefix + "-*")))
          .aliases()
          .keySet()
          .forEach(
              index ->
                  IndexNames.dayOf(prefix, index)
                      .filter(day -> !keeps(day, today))
                      .ifPresent(day -> delete(index)));
    } catch (ElasticsearchException e) {
      LOG.atInfo().addKeyValue("prefix", prefix).log("old days stay for now: {}", e.getMessage());
    }
  }

  private void delete(String index) {
    elasticsearch.call(client -> client.indices().delete(i -> i.index(index)));
    known.remove(index);
    LOG.atInfo().addKeyValue("index", index).log("index of an old day deleted");
  }
}
