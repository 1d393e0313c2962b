package org.articlepipeline.operations.console;

import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;

/**
 * What readers see.
 *
 * @param index behind the alias
 * @param visible articles
 */
record Serving(String index, long visible) {
  static Serving read(ElasticsearchConnection elasticsearch) {
    String index =
        elasticsearch
            .find(client -> client.indices().getAlias(get -> get.name(IndexNames.ARTICLES)))
            .flatMap(answer -> answer.aliases().keySet().stream().findFirst())
            .orElse(IndexNames.FIRST_INDEX);
    long visible =
        elasticsearch
            .find(client -> client.count(count -> count.index(IndexNames.ARTICLES)))
            .map(answer -> answer.count())
            .orElse(0L);
    return new Serving(index, visible);
  }
}
