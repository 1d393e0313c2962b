package org.articlepipeline.index.write;

import static org.articlepipeline.index.elasticsearch.HttpStatus.CONFLICT;
import static org.articlepipeline.index.elasticsearch.HttpStatus.CREATED;
import static org.articlepipeline.index.elasticsearch.HttpStatus.FORBIDDEN;
import static org.articlepipeline.index.elasticsearch.HttpStatus.NOT_FOUND;
import static org.articlepipeline.index.elasticsearch.HttpStatus.OK;
import static org.articlepipeline.index.elasticsearch.HttpStatus.REQUEST_TIMEOUT;
import static org.articlepipeline.index.elasticsearch.HttpStatus.SERVER_ERROR;
import static org.articlepipeline.index.elasticsearch.HttpStatus.TOO_MANY;
import static org.articlepipeline.index.elasticsearch.HttpStatus.UNAUTHORIZED;

/**
 * What became of one document. Told by HTTP status alone: texts and type names of exceptions change
 * between releases.
 */
public sealed interface Outcome
    permits Outcome.Indexed, Outcome.Stale, Outcome.Rejected, Outcome.Retryable {

  /** The index holds this version. */
  record Indexed() implements Outcome {}

  /** The index holds a newer version and keeps it. */
  record Stale() implements Outcome {}

  /** This document can't be indexed as it is. */
  record Rejected(int status, String reason) implements Outcome {}

  /**
   * Nothing is wrong with the document: the target is busy, down, forbidden or missing.
   *
   * @param status 0 when there was no answer
   */
  record Retryable(int status, String reason) implements Outcome {}

  /**
   * 500 counts as retryable here; {@link BulkWriter} bounds how often. 401, 403 and 404 are about
   * our rights and the index (a write block, an alias that is gone), which no other document would
   * survive either: waiting loses nothing, rejecting would empty the topic into the dead letters.
   */
  static Outcome of(int status, String reason) {
    return switch (status) {
      case OK, CREATED -> new Indexed();
      case CONFLICT -> new Stale();
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REQUEST_TIMEOUT, TOO_MANY ->
          new Retryable(status, reason);
      default ->
          status >= 400 && status < SERVER_ERROR
              ? new Rejected(status, reason)
              : new Retryable(status, reason);
    };
  }
}
