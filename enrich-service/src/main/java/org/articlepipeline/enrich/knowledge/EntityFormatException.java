package org.articlepipeline.enrich.knowledge;

import org.jspecify.annotations.Nullable;

/** A line is not an entity. The message names the line and, where one is wrong, the field. */
public final class EntityFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;

  EntityFormatException(long line, @Nullable String field, String problem) {
    super("line " + line + ": " + (field == null ? "" : "'" + field + "' ") + problem);
    this.line = line;
  }

  /** Counted from 1. */
  public long line() {
    return line;
  }
}
