package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.GetResponse;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.elasticsearch.HttpStatus;

/**
 * The one {@link IndexState} of a cluster, a document beside those of requests. Read by id, which
 * needs no refresh; changed only by who has seen what it changes.
 */
public final class IndexStateStore {
  /** Holds the state and, by their ids, how requests went. */
  public static final String INDEX = IndexNames.TASKS;

  private static final String STATE = "state";
  private static final int TRIES = 20;

  private final ElasticsearchConnection elasticsearch;

  public IndexStateStore(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * Nothing when no service has started yet.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<IndexState> find() {
    return get()
        .filter(answer -> answer.found() && answer.source() != null)
        .map(GetResponse::source);
  }

  /**
   * @return the state, now of {@code first} when there was none
   */
  public IndexState findOrMake(IndexState first, int replicas) {
    Optional<IndexState> there = find();
    if (there.isPresent()) {
      return there.get();
    }
    createIndex(replicas);
    try {
      elasticsearch.call(
          client ->
              client.index(
                  index -> index.index(INDEX).id(STATE).opType(OpType.Create).document(first)));
    } catch (ElasticsearchException e) {
      if (e.status() != HttpStatus.CONFLICT) {
        throw e;
      }
    }
    return find().orElse(first);
  }

  /**
   * Another instance may change it at the same time: then the change is made to what that left.
   *
   * @return the state after it
   */
  public IndexState update(UnaryOperator<IndexState> change) {
    for (int attempt = 1; ; attempt++) {
      GetResponse<IndexState> now =
          get()
              .filter(answer -> answer.found() && answer.source() != null)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "index %s has no document %s: a service makes it when it starts"
                              .formatted(INDEX, STATE)));
      IndexState changed = change.apply(now.source());
      if (changed.equals(now.source())) {
        return changed;
      }
      try {
        elasticsearch.call(
            client ->
                client.index(
                    index ->
                        index
                            .index(INDEX)
                            .id(STATE)
                            .ifSeqNo(now.seqNo())
                            .ifPrimaryTerm(now.primaryTerm())
                            .refresh(Refresh.False)
                            .document(changed)));
        return changed;
      } catch (ElasticsearchException e) {
        if (e.status() != HttpStatus.CONFLICT || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Optional<GetResponse<IndexState>> get() {
    return elasticsearch.find(
        client -> client.get(get -> get.index(INDEX).id(STATE), IndexState.class));
  }

  /** Nothing in it is searched by its fields, so none is mapped. */
  private void createIndex(int replicas) {
    try {
      elasticsearch.call(
          client ->
              client
                  .indices()
                  .create(
                      create ->
                          create
                              .index(INDEX)
                              .withJson(
                                  new StringReader(
                                      """
                                      {"settings": {"number_of_shards": 1, "number_of_replicas": %d},
                                       "mappings": {"dynamic": false}}
                                      """
                                          .formatted(replicas)))));
    } catch (ElasticsearchException e) {
      boolean there =
          elasticsearch.call(client -> client.indices().exists(i -> i.index(INDEX))).value();
      if (!there) {
        throw e;
      }
    }
  }
}
