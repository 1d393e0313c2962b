package org.articlepipeline.index.search;

import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.transport.endpoints.SimpleEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;

/**
 * A query as a frontend sends it, and the answer as it gets it. The client's own model does not
 * take all that Elasticsearch takes, such as a function score of one function.
 */
public final class FrontendSearch {
  private static final SimpleEndpoint<JsonNode, JsonNode> SEARCH =
      new SimpleEndpoint<>(
          "search",
          body -> "POST",
          body -> "/" + IndexNames.ARTICLES + "/_search",
          body -> Map.of(),
          body -> Map.of(),
          body -> Map.of(),
          body -> body,
          JsonpDeserializer.of(JsonNode.class));

  private final ElasticsearchConnection elasticsearch;

  public FrontendSearch(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public JsonNode ask(JsonNode body) {
    return elasticsearch.call(
        client -> client._transport().performRequest(body, SEARCH, client._transportOptions()));
  }
}
