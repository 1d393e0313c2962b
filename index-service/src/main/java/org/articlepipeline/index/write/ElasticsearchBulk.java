package org.articlepipeline.index.write;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.JsonEndpoint;
import co.elastic.clients.transport.endpoints.DelegatingJsonEndpoint;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.elasticsearch.ErrorText;
import org.jspecify.annotations.Nullable;

/** {@code POST _bulk}: index operations, of which each has its own answer. */
public final class ElasticsearchBulk implements BulkTransport {
  /**
   * A refusal is its status, whatever came with it: read as an error, an empty body would cost the
   * status, and a bulk that is too large for a proxy would never be halved.
   */
  private static final Endpoint<BulkRequest, BulkResponse, ErrorResponse> ENDPOINT =
      new DelegatingJsonEndpoint<>(
          (JsonEndpoint<BulkRequest, BulkResponse, ErrorResponse>) BulkRequest._ENDPOINT) {
        @Override
        public boolean isError(int status) {
          return status >= ElasticsearchConnection.MULTIPLE_CHOICES;
        }

        @Override
        public @Nullable JsonpDeserializer<ErrorResponse> errorDeserializer(int status) {
          return null;
        }
      };

  private final ElasticsearchConnection connection;
  private final ElasticsearchAsyncClient client;
  private final boolean requireAlias;

  /**
   * @param requireAlias whether targets must be aliases: an index that is gone must not come back
   *     by itself, without its mapping
   */
  public ElasticsearchBulk(ElasticsearchConnection connection, boolean requireAlias) {
    this.connection = connection;
    // The least that the client takes for an answer.
    this.client =
        connection
            .async()
            .withTransportOptions(
                options ->
                    options.setParameter(
                        "filter_path", "errors,took,items.*._index,items.*.status,items.*.error"));
    this.requireAlias = requireAlias;
  }

  @Override
  public CompletableFuture<BulkAnswer> send(List<Write> bulk) {
    return CompletableFuture.completedFuture(bulk)
        .thenCompose(
            writes ->
                client
                    ._transport()
                    .performRequestAsync(request(writes), ENDPOINT, client._transportOptions()))
        // An answer that drips in, or no connection for it: a bulk must not hang, whatever it is.
        .orTimeout(2 * connection.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .handle((answer, e) -> e == null ? items(answer) : lostOrRefused(e));
  }

  private BulkRequest request(List<Write> bulk) {
    return BulkRequest.of(
        request ->
            request
                .requireAlias(requireAlias)
                // Shorter than our own wait: what can't be written comes back as an answer for
                // each.
                .timeout(wait -> wait.time(connection.responseTimeout().toMillis() / 3 + "ms"))
                .operations(bulk.stream().map(ElasticsearchBulk::operation).toList()));
  }

  /** The version is the CMS's, never an offset's: it must outlive topics. */
  private static BulkOperation operation(Write write) {
    return BulkOperation.of(
        operation ->
            operation.index(
                index -> {
                  if (write.version != Write.UNVERSIONED) {
                    index.version(write.version).versionType(VersionType.ExternalGte);
                  }
                  return index
                      .index(write.target)
                      .id(write.id)
                      .document(BinaryData.of(write.document, ContentType.APPLICATION_JSON));
                }));
  }

  /**
   * @param answer null when it was JSON's null
   */
  private static BulkAnswer items(@Nullable BulkResponse answer) {
    return answer == null
        ? new BulkAnswer.Lost("Elasticsearch's bulk answer is null")
        : new BulkAnswer.Items(answer.items().stream().map(ElasticsearchBulk::item).toList());
  }

  private static BulkAnswer.Item item(BulkResponseItem item) {
    ErrorCause error = item.error();
    return new BulkAnswer.Item(item.status(), error == null ? "" : ErrorText.of(error));
  }

  private BulkAnswer lostOrRefused(Throwable e) {
    ElasticsearchException failure = connection.failure(e);
    return failure.status() == 0
        ? new BulkAnswer.Lost(String.valueOf(failure.getMessage()))
        : new BulkAnswer.Refused(failure.status(), failure.reason());
  }
}
