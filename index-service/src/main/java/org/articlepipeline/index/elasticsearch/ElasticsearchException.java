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

  /** What Elasticsearch itself said, empty when it said nothing. */
  public String reason() {
    return reason;
  }
}
