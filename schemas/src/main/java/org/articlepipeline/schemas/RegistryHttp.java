package org.articlepipeline.schemas;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to whichever registry answers: each URL in turn, starting with the one that was
 * good last, the whole round again after a growing wait, and then no more.
 */
final class RegistryHttp implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistrySettings settings;
  private final HttpClient http;
  private volatile int good;

  RegistryHttp(RegistrySettings settings) {
    this.settings = settings;
    // A redirect is refused, not followed: it would carry the credentials elsewhere.
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout());
    if (settings.tls() != null) {
      builder.sslContext(settings.tls());
    }
    this.http = builder.build();
  }

  /**
   * What a registry said that is neither busy nor broken.
   *
   * @param body missing when it was not JSON
   */
  record Answer(URI uri, int status, JsonNode body) {

    boolean ok() {
      return status == 200 && !body.isMissingNode();
    }

    /** Confluent's error code, such as 40403; 0 when there is none. */
    int errorCode() {
      return body.path("error_code").asInt(0);
    }

    /** For messages: the registry's own words, cut. */
    String says() {
      String message = body.path("message").asText("").strip();
      String text = message.isEmpty() ? "HTTP " + status : "HTTP %d: %s".formatted(status, message);
      return text.length() <= 1_000 ? text : text.substring(0, 1_000) + "...";
    }
  }

  /**
   * @param json the body, or null for a GET
   * @throws RegistryUnavailableException when no URL gave an answer in any round
   */
  Answer send(String method, String path, @Nullable String json) {
    var failures = new LinkedHashMap<URI, String>();
    for (int round = 0; ; round++) {
      Answer answer = round(method, path, json, failures);
      if (answer != null) {
        return answer;
      }
      if (round == settings.maxRetries()) {
        throw new RegistryUnavailableException(
            "no schema registry answered %s %s after %d attempts: %s; check that it runs and %s"
                .formatted(method, path, round + 1, listed(failures), RegistrySettings.URL));
      }
      pause(round);
    }
  }

  /**
   * A "not found" counts only when no other URL knows better: a follower may lag behind its leader.
   */
  private @Nullable Answer round(
      String method, String path, @Nullable String json, Map<URI, String> failures) {
    int first = good;
    Answer notFound = null;
    for (int i = 0; i < settings.urls().size(); i++) {
      int index = (first + i) % settings.urls().size();
      URI url = settings.urls().get(index);
      try {
        Answer answer = exchange(method, URI.create(url + path), json);
        if (answer.status() == 404) {
          notFound = notFound == null || notFound.errorCode() == 0 ? answer : notFound;
        } else if (answer.status() == 429 || answer.status() >= 500) {
          failures.put(url, answer.says());
        } else {
          good = index;
          return answer;
        }
      } catch (IOException e) {
        failures.put(url, reason(e));
      }
    }
    return notFound;
  }

  private Answer exchange(String method, URI uri, @Nullable String json) throws IOException {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Accept", CONTENT_TYPE + ", application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", CONTENT_TYPE);
    }
    if (settings.authorization() != null) {
      request.header("Authorization", settings.authorization());
    }
    HttpResponse<byte[]> response =
        await(http.sendAsync(request.build(), BodyHandlers.ofByteArray()));
    return new Answer(uri, response.statusCode(), parse(response.body()));
  }

  /** Bounded as a whole: the request's own timeout ends with the response's head. */
  private <T> T await(CompletableFuture<T> response) throws IOException {
    try {
      return response.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      response.cancel(true);
      throw new InterruptException(e);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new IOException("no answer within " + settings.readTimeout().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** Half of it is chance, so that the instances of a service don't come back all at once. */
  private void pause(int round) {
    long wait =
        Math.min(
            settings.firstWait().toMillis() << Math.min(round, 16),
            settings.longestWait().toMillis());
    try {
      Thread.sleep(
          Duration.ofMillis(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1)));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static String listed(Map<URI, String> failures) {
    return String.join(
        ", ",
        failures.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList());
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
