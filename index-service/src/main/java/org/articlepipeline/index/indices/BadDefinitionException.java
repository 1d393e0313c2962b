package org.articlepipeline.index.indices;

/** A mapping that an operator gave can't be used; the message says what is wrong and where. */
public final class BadDefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadDefinitionException(String message) {
    super(message);
  }
}
