package org.articlepipeline.operations;

import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One article on its way: sent, then what the stages say of it, up to an end.
 *
 * <p>The gate's receipt is known by the position of its record, since the same uri and revision may
 * have been sent before; receipts of later stages by uri and revision, once the gate accepted ours.
 * One article's receipts are in one partition, in the order of the flow.
 */
final class Submittal {
  private final String file;
  private final String uri;
  private final long revision;
  private final Instant submittedAt;

  private volatile int partition = -1;
  private volatile long offset = -1;
  private volatile @Nullable String sendError;

  private boolean accepted;
  private @Nullable Receipt last;
  private boolean ended;

  Submittal(String file, String uri, long revision, Instant submittedAt) {
    this.file = file;
    this.uri = uri;
    this.revision = revision;
    this.submittedAt = submittedAt;
  }

  String uri() {
    return uri;
  }

  void sentTo(int toPartition, long atOffset) {
    partition = toPartition;
    offset = atOffset;
  }

  void notSent(String error) {
    sendError = error;
  }

  boolean sent() {
    return sendError == null;
  }

  boolean ended() {
    return ended;
  }

  /** Returns whether this receipt ended it. */
  boolean receive(Receipt receipt) {
    if (ended || !about(receipt)) {
      return false;
    }
    last = receipt;
    ended =
        switch (receipt.getOutcome()) {
          case Outcomes.ACCEPTED, Outcomes.RELEASED -> {
            accepted = true;
            yield false;
          }
          case Outcomes.INDEXED,
              Outcomes.DUPLICATE,
              Outcomes.STALE,
              Outcomes.SUPERSEDED,
              Outcomes.REJECTED,
              Outcomes.HELD ->
              true;
          default -> false;
        };
    return ended;
  }

  private boolean about(Receipt receipt) {
    if (receipt.getTopic().equals(Topics.SUBMISSIONS.name())) {
      return receipt.getPartition() == partition && receipt.getOffset() == offset;
    }
    Long of = receipt.getRevision();
    return accepted && receipt.getUri().equals(uri) && (of == null || of == revision);
  }

  /** What is known now: its end, or that it was sent. */
  SubmitResult result() {
    String error = sendError;
    if (error != null) {
      return new SubmitResult(file, uri, revision, SubmitResult.NOT_SENT, null, error, null);
    }
    Receipt receipt = last;
    if (receipt == null || !ended) {
      return new SubmitResult(file, uri, revision, SubmitResult.SUBMITTED, null, null, null);
    }
    long millis = Math.max(0, Duration.between(submittedAt, receipt.getAt()).toMillis());
    return new SubmitResult(
        file,
        uri,
        revision,
        receipt.getOutcome(),
        receipt.getReason(),
        receipt.getMessage(),
        millis);
  }

  /** The same for those who waited for its end. */
  SubmitResult resultAfterWait() {
    if (ended || !sent()) {
      return result();
    }
    Receipt receipt = last;
    String seen =
        receipt == null
            ? "no stage has said anything of it"
            : "last seen " + receipt.getOutcome() + " by " + receipt.getStage();
    return new SubmitResult(
        file, uri, revision, SubmitResult.PENDING, null, "no end in time, " + seen, null);
  }
}
