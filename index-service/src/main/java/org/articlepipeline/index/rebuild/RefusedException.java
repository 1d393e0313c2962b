package org.articlepipeline.index.rebuild;

/** A request can't be carried out; the message says why, and what to do. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
