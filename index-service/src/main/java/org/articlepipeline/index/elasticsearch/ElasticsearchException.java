package org.articlepipeline.index.elasticsearch;

/**
 * Elasticsearch refused a request or did not answer. The message names the address and what to look
 * at.
 */
public final class ElasticsearchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String reason;

  ElasticsearchException(int status, String message, String reason) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** HTTP status, 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return status == 0
        || status == HttpStatus.REQUEST_TIMEOUT
        || status == HttpStatus.TOO_MANY
        || status >= HttpStatus.SERVER_ERROR;
  }

  /** What Elasticsearch itself said, empty when it said nothing. */
  public String reason() {
    return reason;
  }
}
