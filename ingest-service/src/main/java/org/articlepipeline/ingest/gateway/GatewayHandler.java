package org.articlepipeline.ingest.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.articlepipeline.schemas.CloudEvents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a request to its answer. What costs little is checked first: whoever has no key, or sends
 * too much, has his body not read.
 */
final class GatewayHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayHandler.class);
  private static final HeaderName API_KEY = HeaderNames.create("X-Api-Key");
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final List<String> TRACE = List.of(CloudEvents.TRACE_PARENT, "tracestate");
  private static final String BEARER = "bearer ";
  private static final String CE_PREFIX = "ce-";
  private static final Duration STARTING = Duration.ofSeconds(5);
  private static final byte[] DESCRIPTION = resource("openapi.json");

  private final ApiKeys keys;
  private final RateLimit rate;
  private final InFlightLimit inFlight;
  private final RequestBody body;
  private final BodyReaders readers;
  private final Intake intake;
  private final AtomicReference<@Nullable Publisher> publisher;
  private final @Nullable String journeyUrl;
  private final GatewayMetrics metrics;

  /**
   * @param publisher null while Kafka is not there yet
   */
  GatewayHandler(
      ApiKeys keys,
      RateLimit rate,
      InFlightLimit inFlight,
      RequestBody body,
      BodyReaders readers,
      Intake intake,
      AtomicReference<@Nullable Publisher> publisher,
      @Nullable String journeyUrl,
      GatewayMetrics metrics) {
    this.keys = keys;
    this.rate = rate;
    this.inFlight = inFlight;
    this.body = body;
    this.readers = readers;
    this.intake = intake;
    this.publisher = publisher;
    this.journeyUrl = journeyUrl;
    this.metrics = metrics;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer answer = answer(request);
    metrics.answered(answer.status());
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    boolean unread = request.content().hasEntity() && !request.content().consumed();
    if (unread) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    response.send(answer.body());
    if (unread) {
      RequestBody.discard(request);
    }
    if (unread || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      // Helidon would wait for the client to do it.
      throw new CloseConnectionException("no further request is read from this connection");
    }
  }

  private Answer answer(ServerRequest request) {
    String path = request.prologue().uriPath().rawPath();
    try {
      Target target = Target.of(request.prologue().method().text(), path);
      return target.action() == Target.Action.DESCRIBE
          ? new Answer(200, "application/json", Map.of(), DESCRIPTION)
          : publish(request, target);
    } catch (ProblemException e) {
      return Answer.of(e.problem(), path);
    } catch (RequestException | CloseConnectionException e) {
      // The server's own: they say how to go on with the connection.
      throw e;
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("path", path).setCause(e).log("gateway failed on a request");
      return Answer.of(
          Problem.of(Problem.Kind.INTERNAL_ERROR, "The service's log says more."), path);
    }
  }

  private Answer publish(ServerRequest request, Target target) {
    String source = authenticate(request);
    Publisher open = publisher.get();
    if (open == null) {
      throw Problem.of(Problem.Kind.UNAVAILABLE, "The gateway is starting, or stopping.")
          .retryAfter(STARTING)
          .exception();
    }
    Duration wait = rate.take(source);
    if (!wait.isZero()) {
      throw Problem.of(
              Problem.Kind.TOO_MANY_REQUESTS,
              "The source '%s' sends more than it may; nothing was published.".formatted(source))
          .retryAfter(wait)
          .exception();
    }
    try (InFlightLimit.Place place = inFlight.enter()) {
      Intake.Batch batch = intake.records(read(request, source, target, place), trace(request));
      long begin = System.nanoTime();
      try {
        open.publish(batch.articles());
      } finally {
        metrics.published(System.nanoTime() - begin);
      }
      return Answer.accepted(batch, journeyUrl);
    }
  }

  private String authenticate(ServerRequest request) {
    Optional<String> secret = request.headers().value(API_KEY);
    Optional<String> authorization = request.headers().value(HeaderNames.AUTHORIZATION);
    if (authorization.isPresent()
        && authorization.get().toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      secret = Optional.of(authorization.get().substring(BEARER.length()).strip());
    }
    if (secret.isEmpty()) {
      throw unauthorized(
          "Send the source's key: Authorization: Bearer KEY, or X-Api-Key: KEY.", "");
    }
    return keys.sourceOf(secret.get())
        .orElseThrow(
            () ->
                unauthorized(
                    "The key is not one of those that are known here.",
                    ", error=\"invalid_token\""));
  }

  private static ProblemException unauthorized(String detail, String parameters) {
    return Problem.of(Problem.Kind.UNAUTHORIZED, detail)
        .with("WWW-Authenticate", "Bearer realm=\"articles\"" + parameters)
        .exception();
  }

  /** The media type is judged before the body is read. */
  private ArticleRequest read(
      ServerRequest request, String source, Target target, InFlightLimit.Place place) {
    Query query = Query.parse(request.prologue().query().rawValue());
    CloudEvent event = event(request);
    ContentType type =
        request
            .headers()
            .value(HeaderNames.CONTENT_TYPE)
            .map(text -> ContentType.parse(text, "Content-Type"))
            .orElse(ContentType.NONE);
    int limit = limit(request, type, query);
    return new ArticleRequest(source, target, query, event, body.read(request, type, limit, place));
  }

  private int limit(ServerRequest request, ContentType type, Query query) {
    if (type.mediaType().equals(CloudEventJson.TYPE)) {
      return JsonBodyReader.LIMIT;
    }
    boolean isEmpty = !request.content().hasEntity() && type.mediaType().isEmpty();
    return isEmpty ? 0 : readers.of(type.mediaType(), query.one(SubmissionFields.FORMAT)).limit();
  }

  /** Headers are ASCII, so what is not is percent-encoded there. */
  private static CloudEvent event(ServerRequest request) {
    Map<String, String> attributes = new HashMap<>();
    for (Header header : request.headers()) {
      String name = header.headerName().lowerCase();
      if (name.startsWith(CE_PREFIX)) {
        attributes.put(
            name.substring(CE_PREFIX.length()), Query.decode(header.get(), "header " + name));
      }
    }
    String key =
        request.headers().value(IDEMPOTENCY_KEY).map(GatewayHandler::unquoted).orElse(null);
    if (key != null && key.isBlank()) {
      throw Problem.malformed("Idempotency-Key", "The Idempotency-Key is empty.").exception();
    }
    return CloudEvent.of(attributes, name -> CE_PREFIX + name).orId(key);
  }

  /** Some write it as a string of RFC 8941. */
  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static Map<String, String> trace(ServerRequest request) {
    Map<String, String> trace = new HashMap<>();
    for (String name : TRACE) {
      request.headers().value(HeaderNames.create(name)).ifPresent(value -> trace.put(name, value));
    }
    return trace;
  }

  private static byte[] resource(String name) {
    try (InputStream in = GatewayHandler.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
