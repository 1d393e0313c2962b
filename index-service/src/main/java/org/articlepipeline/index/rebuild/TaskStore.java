package org.articlepipeline.index.rebuild;

import co.elastic.clients.elasticsearch.core.GetResponse;
import java.util.Optional;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexStateStore;

/** Tasks by their ids, beside the state of the indices. Read by id, which needs no refresh. */
public final class TaskStore {
  private final ElasticsearchConnection elasticsearch;

  public TaskStore(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<IndexTask> find(String id) {
    return elasticsearch
        .find(client -> client.get(get -> get.index(IndexStateStore.INDEX).id(id), IndexTask.class))
        .filter(GetResponse::found)
        .map(GetResponse::source);
  }

  void put(IndexTask task) {
    elasticsearch.call(
        client ->
            client.index(index -> index.index(IndexStateStore.INDEX).id(task.id()).document(task)));
  }
}
