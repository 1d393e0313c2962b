package org.articlepipeline.index.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.articlepipeline.schemas.IndexRequest;
import org.jspecify.annotations.Nullable;

/**
 * How a request goes, as a document that whoever asked for it reads.
 *
 * @param kind REBUILD or ROLLBACK
 * @param requestedAt ISO 8601, as all times here
 * @param force whether a worse index is taken, too
 * @param mapping what the operator wants different, JSON; null for this version's mapping
 * @param from the index that serves when it begins, empty until it is known
 * @param to the index that is to serve, empty until it is known
 * @param done offsets of the log that are in the new index
 * @param total offsets of the log
 * @param message for people: what it does, or how it ended
 * @param report of the quality gate, a line for each check
 * @param endedAt null while it is under way
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexTask(
    String id,
    String kind,
    String requestedAt,
    boolean force,
    @Nullable String mapping,
    Phase phase,
    String from,
    String to,
    long done,
    long total,
    String message,
    List<String> report,
    @Nullable String startedAt,
    @Nullable String endedAt) {

  /** In the order in which they come. */
  public enum Phase {
    /** Waits for another to end, or for an instance. */
    REQUESTED,
    /** An index is made and filled from the log while the old one serves. */
    FILLING,
    /** Both indices come to the same offsets and wait there. */
    HOLDING,
    /** The quality gate compares them. */
    CHECKING,
    /** Readers are put over. */
    SWITCHING,
    /** What is no longer needed is deleted. */
    RETIRING,
    DONE,
    /** Nothing was changed for readers: the gate was against it, or it could not be done. */
    REFUSED;

    public boolean ended() {
      return this == DONE || this == REFUSED;
    }
  }

  static IndexTask of(IndexRequest request) {
    return new IndexTask(
        request.getId(),
        request.getKind(),
        request.getRequestedAt().toString(),
        request.getForce(),
        request.getMapping(),
        Phase.REQUESTED,
        "",
        "",
        0,
        0,
        "requested",
        List.of(),
        null,
        null);
  }

  /** Whether it asks for the same. */
  public boolean sameAs(String otherKind, @Nullable String otherMapping) {
    return kind.equals(otherKind) && Objects.equals(mapping, otherMapping);
  }

  IndexTask between(String newFrom, String newTo) {
    return with(phase, newFrom, newTo, done, total, message, report);
  }

  IndexTask in(Phase newPhase, String newMessage) {
    return with(newPhase, from, to, done, total, newMessage, report);
  }

  IndexTask at(long newDone, long newTotal) {
    return with(phase, from, to, newDone, newTotal, message, report);
  }

  IndexTask saying(String newMessage) {
    return in(phase, newMessage);
  }

  IndexTask reported(List<String> newReport) {
    return with(phase, from, to, done, total, message, List.copyOf(newReport));
  }

  /** It has started when its phase is another than the first, and ended when its phase says so. */
  private IndexTask with(
      Phase newPhase,
      String newFrom,
      String newTo,
      long newDone,
      long newTotal,
      String newMessage,
      List<String> newReport) {
    boolean starts = startedAt == null && newPhase != Phase.REQUESTED;
    boolean ends = endedAt == null && newPhase.ended();
    return new IndexTask(
        id,
        kind,
        requestedAt,
        force,
        mapping,
        newPhase,
        newFrom,
        newTo,
        newDone,
        newTotal,
        newMessage,
        newReport,
        starts ? now() : startedAt,
        ends ? now() : endedAt);
  }

  private static String now() {
    return Instant.now().toString();
  }
}
