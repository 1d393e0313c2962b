package org.articlepipeline.index.audit;

import org.jspecify.annotations.Nullable;

/**
 * One article that the index has not as the log says.
 *
 * @param expected null when the log has nothing of it
 * @param held null when the index has nothing of it
 */
record Finding(
    Kind kind, String uri, @Nullable Expected expected, IndexDocuments.@Nullable Held held) {

  /** In which way. */
  enum Kind {
    /** The index has nothing of it. */
    MISSING,
    /** The index has it as it was before, or with content that may not be seen any more. */
    STALE,
    /** The log has nothing of it. */
    GHOST,
    /** The index has a newer version than the log. */
    AHEAD,
    /** The index has not its newest revision because it refused that; a dead letter says so. */
    REJECTED
  }

  Finding as(Kind other) {
    return new Finding(other, uri, expected, held);
  }

  /** Whether a repair, or the service, has mended it meanwhile. */
  boolean mended(IndexDocuments.@Nullable Held now) {
    if (expected == null) {
      return now == null || (held != null && now.version() > held.version());
    }
    boolean newer = kind != Kind.AHEAD && now != null && now.version() > expected.version();
    return newer || (now != null && expected.is(now));
  }
}
