package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** What the server refuses before a page sees it: a sentence, and nothing of what was sent. */
final class UnreadableRequests implements DirectHandler {
  static DirectHandlers handlers() {
    var builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, new UnreadableRequests());
    }
    return builder.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    String text =
        status.code() == 413
            ? "The form is too large; a form of this console is at most 256 KiB.\n"
            : "The request is not HTTP/1.1 as it can be read.\n";
    Status answer = event == EventType.INTERNAL_ERROR ? Status.BAD_REQUEST_400 : status;
    return TransportResponse.builder()
        .status(answer)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .entity(text.getBytes(UTF_8))
        .build();
  }
}
