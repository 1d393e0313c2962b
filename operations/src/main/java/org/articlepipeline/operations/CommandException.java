package org.articlepipeline.operations;

/**
 * The thing asked for failed (exit code 1): the message says what, where and what to do, in one
 * line.
 */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
