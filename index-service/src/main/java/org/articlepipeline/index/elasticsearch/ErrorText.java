package org.articlepipeline.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch says of an error, in one line: for people, never to decide by. */
public final class ErrorText {
  private static final int MAX_LENGTH = 2_000;

  private ErrorText() {}

  public static String of(ErrorCause error) {
    StringBuilder text = new StringBuilder();
    for (@Nullable ErrorCause e = error; e != null; e = e.causedBy()) {
      text.append(text.isEmpty() ? "" : ", caused by ")
          .append(Objects.requireNonNullElse(e.type(), "error"))
          .append(": ")
          .append(Objects.requireNonNullElse(e.reason(), ""));
    }
    if (error.causedBy() == null) {
      // "all shards failed" says it here only
      error.rootCause().stream()
          .filter(root -> !Objects.equals(root.reason(), error.reason()))
          .findFirst()
          .ifPresent(root -> text.append(", caused by ").append(of(root)));
    }
    return text.length() <= MAX_LENGTH ? text.toString() : text.substring(0, MAX_LENGTH) + "…";
  }
}
