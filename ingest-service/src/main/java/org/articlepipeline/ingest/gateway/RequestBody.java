package org.articlepipeline.ingest.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.articlepipeline.schemas.Reason;

/** Reads a body: no more of it than allowed, into memory that was set aside, within a time. */
final class RequestBody {
  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * What is thrown away for a client that sends on: closed earlier, the connection is reset, and
   * the client never reads why.
   */
  private static final int MAX_DISCARDED_BYTES = 2 * JsonBodyReader.LIMIT;

  /** For a client that declares a body and sends none. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private static final String GZIP = "gzip";

  private final Duration time;

  /**
   * @param time for a whole body, however slowly its bytes drip
   */
  RequestBody(Duration time) {
    this.time = time;
  }

  /**
   * @throws ProblemException 400, 408, 413, 415 or 503
   */
  Payload read(ServerRequest request, ContentType type, int limit, InFlightLimit.Place place) {
    boolean gzip = isGzip(request);
    OptionalLong declared = request.headers().contentLength();
    if (declared.orElse(0) > limit) {
      throw tooLarge(limit);
    }
    byte[] bytes = read(request, limit, declared, place);
    var payload = new Payload(type.mediaType(), type.charset(), gzip && bytes.length > 0, bytes);
    if (payload.gzip()) {
      place.reserve(payload.inflatedSize(limit));
    }
    return payload;
  }

  /**
   * Helidon's sockets have no read timeout, so another thread reads and this one waits: it can
   * still answer when that one is stuck, and ends it by closing the connection.
   */
  private byte[] read(
      ServerRequest request, int limit, OptionalLong declared, InFlightLimit.Place place) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    if (declared.isPresent()) {
      place.reserve((int) declared.getAsLong());
    }
    var reading = new FutureTask<>(() -> bytes(request, limit, declared, place));
    Thread.ofVirtual().name("gateway-body").start(reading);
    try {
      return reading.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw tooSlow();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException runtime
          ? runtime
          : Problem.malformed(null, "The body did not arrive whole.").exception();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("the gateway stops", e);
    }
  }

  private static byte[] bytes(
      ServerRequest request, int limit, OptionalLong declared, InFlightLimit.Place place)
      throws IOException {
    var bytes =
        new ByteArrayOutputStream((int) Math.min(BUFFER_BYTES, declared.orElse(BUFFER_BYTES)));
    InputStream in = request.content().inputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (bytes.size() + n > limit) {
        throw tooLarge(limit);
      }
      if (declared.isEmpty()) {
        place.reserve(n);
      }
      bytes.write(buffer, 0, n);
    }
    return bytes.toByteArray();
  }

  /** The connection is closed after an answer that did not wait for the body. */
  static void discard(ServerRequest request) {
    if (request.headers().contains(HeaderNames.EXPECT)) {
      return;
    }
    var discarding = new FutureTask<>(() -> discardBytes(request), null);
    Thread.ofVirtual().name("gateway-discard").start(discarding);
    try {
      discarding.get(LINGER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The answer is sent; nobody waits for more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void discardBytes(ServerRequest request) {
    try {
      InputStream in = request.content().inputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int left = MAX_DISCARDED_BYTES;
      for (int n = in.read(buffer); n >= 0 && left > n; n = in.read(buffer)) {
        left -= n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGzip(ServerRequest request) {
    String encoding =
        request.headers().value(HeaderNames.CONTENT_ENCODING).orElse("").toLowerCase(Locale.ROOT);
    if (encoding.isEmpty() || encoding.equals("identity")) {
      return false;
    }
    if (encoding.equals(GZIP) || encoding.equals("x-gzip")) {
      return true;
    }
    throw Problem.of(
            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
            "Content-Encoding is '%s'; gzip is read here, or none.".formatted(encoding))
        .because(Reason.BAD_CONTENT_ENCODING.code())
        .in("Content-Encoding")
        .with("Accept-Encoding", GZIP)
        .exception();
  }

  static ProblemException tooLarge(int limit) {
    return Problem.of(
            Problem.Kind.TOO_LARGE,
            "The body is over %,d bytes. Send the text without pictures and scripts."
                .formatted(limit))
        .because(Reason.BODY_TOO_LARGE.code())
        .in(SubmissionFields.BODY)
        .exception();
  }

  private ProblemException tooSlow() {
    return Problem.of(
            Problem.Kind.TOO_SLOW,
            "The body did not arrive within %,d ms. Nothing was published; send it again."
                .formatted(time.toMillis()))
        .exception();
  }
}
