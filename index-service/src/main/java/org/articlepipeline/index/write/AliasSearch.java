package org.articlepipeline.index.write;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.jspecify.annotations.Nullable;

/** Asks for documents as a frontend does: by a search through its alias, never by get. */
public final class AliasSearch implements SearchProbe.Search {
  private final ElasticsearchAsyncClient client;

  public AliasSearch(ElasticsearchConnection elasticsearch) {
    this.client = elasticsearch.async();
  }

  @Override
  public CompletableFuture<@Nullable Map<String, Long>> versions(List<String> ids) {
    return client
        .search(
            search ->
                search
                    .index(IndexNames.ARTICLES)
                    .size(ids.size())
                    .source(source -> source.fetch(false))
                    .version(true)
                    .query(query -> query.ids(of -> of.values(ids))),
            Void.class)
        .handle((answer, failure) -> answer == null ? null : versions(answer));
  }

  private static Map<String, Long> versions(SearchResponse<Void> answer) {
    Map<String, Long> versions = new HashMap<>();
    for (Hit<Void> hit : answer.hits().hits()) {
      Long version = hit.version();
      if (hit.id() != null && version != null) {
        versions.put(hit.id(), version);
      }
    }
    return versions;
  }
}
