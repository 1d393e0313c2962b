package org.articlepipeline.ingest.feed;

/** A document that can't be read as a feed. The message says what is wrong, and in which line. */
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1L;

  FeedException(String message) {
    super(message);
  }
}
