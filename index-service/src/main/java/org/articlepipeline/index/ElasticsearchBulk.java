package org.articlepipeline.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** {@code POST _bulk}: index operations, of which each has its own answer. */
final class ElasticsearchBulk implements BulkTransport {
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
  private static final int ACTION_BYTES = 160;

  private final ElasticsearchConnection connection;
  private final boolean requireAlias;

  /**
   * @param requireAlias whether targets must be aliases: an index that is gone must not come back
   *     by itself, without its mapping
   */
  ElasticsearchBulk(ElasticsearchConnection connection, boolean requireAlias) {
    this.connection = connection;
    this.requireAlias = requireAlias;
  }

  @Override
  public CompletableFuture<BulkAnswer> send(List<Write> bulk) {
    CompletableFuture<BulkAnswer> answer = new CompletableFuture<>();
    Request request = new Request("POST", "/_bulk");
    request.addParameter("require_alias", Boolean.toString(requireAlias));
    // Shorter than our own wait: what Elasticsearch can't write comes back as an answer for each.
    request.addParameter("timeout", "20s");
    request.addParameter("filter_path", "errors,items.*.status,items.*.error");
    request.setEntity(new ByteArrayEntity(body(bulk), NDJSON));
    try {
      connection.client().performRequestAsync(request, new Listener(answer));
    } catch (RuntimeException e) {
      answer.complete(new BulkAnswer.Lost(connection.noAnswer(e)));
    }
    return answer;
  }

  private final class Listener implements ResponseListener {
    private final CompletableFuture<BulkAnswer> answer;

    Listener(CompletableFuture<BulkAnswer> answer) {
      this.answer = answer;
    }

    @Override
    public void onSuccess(Response response) {
      answer.complete(
          ElasticsearchConnection.refuses(response) ? refused(response) : readItems(response));
    }

    @Override
    public void onFailure(Exception e) {
      if (e instanceof ResponseException refused) {
        answer.complete(refused(refused.getResponse()));
      } else {
        answer.complete(new BulkAnswer.Lost(connection.noAnswer(e)));
      }
    }
  }

  private static BulkAnswer refused(Response response) {
    return new BulkAnswer.Refused(
        response.getStatusCode(), ErrorText.of(ElasticsearchConnection.error(response)));
  }

  private BulkAnswer readItems(Response response) {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new BulkAnswer.Lost("Elasticsearch's bulk answer has no body");
    }
    try (InputStream body = entity.getContent()) {
      return new BulkAnswer.Items(items(body));
    } catch (IOException | RuntimeException e) {
      return new BulkAnswer.Lost(
          "the bulk answer from %s can't be read (%s)"
              .formatted(connection.address(), firstLine(String.valueOf(e.getMessage()))));
    }
  }

  /**
   * @throws IOException when the answer is not the whole of a bulk's answer
   */
  static List<BulkAnswer.Item> items(InputStream body) throws IOException {
    List<BulkAnswer.Item> items = new ArrayList<>();
    boolean complete = false;
    try (JsonParser json = ElasticsearchConnection.JSON.createParser(body)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (!name.equals("items")) {
          json.skipChildren();
          continue;
        }
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
          items.add(item(json.readValueAsTree()));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        complete = true;
      }
      expect(json.currentToken(), JsonToken.END_OBJECT);
    }
    if (!complete) {
      throw new IOException("there are no items in it");
    }
    return items;
  }

  /** {@code {"index":{"status":201}}}: the operation's name is the only key. */
  private static BulkAnswer.Item item(JsonNode item) throws IOException {
    JsonNode result = item.path("index");
    if (!result.path("status").isInt()) {
      throw new IOException("an item has no status");
    }
    JsonNode error = result.path("error");
    return new BulkAnswer.Item(
        result.path("status").intValue(), error.isMissingNode() ? "" : ErrorText.of(error));
  }

  private static void expect(JsonToken is, JsonToken expected) throws IOException {
    if (is != expected) {
      throw new IOException("it is not the JSON of a bulk answer");
    }
  }

  private static byte[] body(List<Write> bulk) {
    int size = bulk.stream().mapToInt(write -> write.document.length + ACTION_BYTES).sum();
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    for (Write write : bulk) {
      body.writeBytes(action(write));
      body.write('\n');
      body.writeBytes(write.document);
      body.write('\n');
    }
    return body.toByteArray();
  }

  /** The version is the CMS's, never an offset's: it must outlive topics. */
  private static byte[] action(Write write) {
    return JsonFields.object(
        ACTION_BYTES,
        json ->
            json.object(
                "index",
                index -> {
                  index.text("_index", write.target).text("_id", write.id);
                  if (write.version != Write.UNVERSIONED) {
                    index.number("version", write.version).text("version_type", "external_gte");
                  }
                }));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
