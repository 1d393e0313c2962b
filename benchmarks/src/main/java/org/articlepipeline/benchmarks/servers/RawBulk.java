package org.articlepipeline.benchmarks.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.document.Indexable;

/**
 * The ceiling: the same documents under the same ids and versions, in bulks of the same size, as
 * many in flight, but serialized before the clock runs and sent without a look at each answer.
 */
final class RawBulk {
  private final List<byte[]> bulks = new ArrayList<>();
  private final URI uri;
  private final int inFlight;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private long documentBytes;

  /** Bulks as large, and as many in flight, as the service's. */
  static RawBulk of(BenchStack stack, String alias, PreparedArticles articles) {
    IndexConfig.Index limits = stack.config(false).index();
    return new RawBulk(
        stack.elasticsearchUrl(),
        alias,
        articles,
        limits.bulkBytes(),
        limits.bulkCount(),
        limits.bulksInFlight());
  }

  private RawBulk(
      String elasticsearch,
      String alias,
      PreparedArticles articles,
      long bytes,
      int count,
      int inFlight) {
    this.uri =
        URI.create(
            elasticsearch
                + "/"
                + alias
                + "/_bulk?require_alias=true&filter_path=errors&timeout=20s");
    this.inFlight = inFlight;
    var bulk = new ByteArrayOutputStream();
    long documents = 0;
    int number = 0;
    for (int i = 0; i < articles.count(); i++) {
      byte[] document = articles.document(i);
      if (number == count || (number > 0 && documents + document.length > bytes)) {
        bulks.add(bulk.toByteArray());
        bulk.reset();
        documents = 0;
        number = 0;
      }
      String action =
          "{\"index\":{\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external_gte\"}}\n"
              .formatted(DocumentId.of(articles.get(i).getUri()), Indexable.version(1, 0));
      bulk.writeBytes(action.getBytes(UTF_8));
      bulk.writeBytes(document);
      bulk.write('\n');
      documents += document.length;
      documentBytes += document.length;
      number++;
    }
    bulks.add(bulk.toByteArray());
  }

  /** Of all documents together, without the lines around them. */
  long documentBytes() {
    return documentBytes;
  }

  /** Returns when all are acknowledged. */
  void send() throws InterruptedException {
    var room = new Semaphore(inFlight);
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    for (byte[] bulk : bulks) {
      room.acquire();
      answers.add(
          http.sendAsync(request(bulk), HttpResponse.BodyHandlers.ofString())
              .thenAccept(RawBulk::check)
              .whenComplete((done, e) -> room.release()));
    }
    answers.forEach(CompletableFuture::join);
  }

  private HttpRequest request(byte[] bulk) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-ndjson")
        .POST(HttpRequest.BodyPublishers.ofByteArray(bulk))
        .build();
  }

  private static void check(HttpResponse<String> answer) {
    if (answer.statusCode() != 200 || !answer.body().contains("\"errors\":false")) {
      throw new IllegalStateException(
          "the raw bulk failed with " + answer.statusCode() + ": " + answer.body());
    }
  }
}
