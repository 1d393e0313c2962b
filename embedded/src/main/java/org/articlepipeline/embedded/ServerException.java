package org.articlepipeline.embedded;

/**
 * A server or child JVM could not be started, reached or stopped. The message is meant to be shown
 * as it is: it says what to do.
 */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerException(String message) {
    super(message);
  }

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
