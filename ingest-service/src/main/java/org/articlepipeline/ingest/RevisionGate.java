package org.articlepipeline.ingest;

import org.jspecify.annotations.Nullable;

/** Decides, by revision and content alone, whether a submission is news. */
final class RevisionGate {

  sealed interface Decision {

    record Accept() implements Decision {}

    /** The same revision with the same content. */
    record Duplicate() implements Decision {}

    /** The same revision with other content: two versions of the truth. */
    record Conflict() implements Decision {}

    record Stale(long accepted) implements Decision {}
  }

  private RevisionGate() {}

  /** Whether it is what was accepted last, and went on: what is held comes by itself. */
  static boolean mayBeReprocessed(@Nullable RevisionState last, long revision, String contentHash) {
    return last != null
        && last.heldUntil() == null
        && decide(last, revision, contentHash) instanceof Decision.Duplicate;
  }

  /**
   * @param last null when this uri was never accepted
   */
  static Decision decide(@Nullable RevisionState last, long revision, String contentHash) {
    if (last == null || revision > last.revision()) {
      return new Decision.Accept();
    }
    if (revision < last.revision()) {
      return new Decision.Stale(last.revision());
    }
    return contentHash.equals(last.contentHash())
        ? new Decision.Duplicate()
        : new Decision.Conflict();
  }
}
