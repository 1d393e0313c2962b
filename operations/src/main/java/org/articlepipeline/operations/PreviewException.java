package org.articlepipeline.operations;

/** An article that the pipeline would reject. */
final class PreviewException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason the code that its dead letter would have
   */
  PreviewException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
