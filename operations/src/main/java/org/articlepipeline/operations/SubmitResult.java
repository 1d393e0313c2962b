package org.articlepipeline.operations;

import java.util.Locale;
import org.articlepipeline.schemas.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param uri null when the file did not become an article
 * @param outcome one of {@link Outcomes}, or SUBMITTED (nobody waited), PENDING (no end in time),
 *     NOT_SENT
 * @param millis from submittedAt to the receipt of the end
 */
record SubmitResult(
    String file,
    @Nullable String uri,
    @Nullable Long revision,
    String outcome,
    @Nullable String reason,
    @Nullable String message,
    @Nullable Long millis) {
  static final String SUBMITTED = "SUBMITTED";
  static final String PENDING = "PENDING";
  static final String NOT_SENT = "NOT_SENT";

  boolean failed() {
    return switch (outcome) {
      case NOT_SENT, PENDING, Outcomes.REJECTED -> true;
      default -> false;
    };
  }

  /** One line for people. */
  String line() {
    var line = new StringBuilder(outcome).append(' ').append(uri);
    line.append(" revision ").append(revision);
    if (millis != null) {
      line.append(String.format(Locale.ROOT, " in %,d ms", millis));
    }
    if (reason != null) {
      line.append(": ").append(reason);
    }
    if (message != null) {
      line.append(": ").append(message);
    }
    return line.toString();
  }
}
