package org.articlepipeline.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.articlepipeline.schemas.ScriptedRegistry.Reply;
import org.articlepipeline.schemas.ScriptedRegistry.Request;

/**
 * Asks for credentials and hands what has them on to a real registry: the embedded one knows no
 * users.
 */
final class GuardedRegistry implements AutoCloseable {

  private final String target;
  private final String authorization;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ScriptedRegistry front;

  GuardedRegistry(String target, String authorization) {
    this.target = target;
    this.authorization = authorization;
    this.front = new ScriptedRegistry(this::answer);
  }

  String url() {
    return front.url();
  }

  private Reply answer(Request request) {
    if (!authorization.equals(request.headers().getFirst("Authorization"))) {
      return new Reply(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
    }
    var forwarded =
        HttpRequest.newBuilder(URI.create(target + request.path()))
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .header("Content-Type", "application/json")
            .build();
    try {
      var response = http.send(forwarded, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Reply(502, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(502, "interrupted");
    }
  }

  @Override
  public void close() {
    front.close();
    http.close();
  }
}
