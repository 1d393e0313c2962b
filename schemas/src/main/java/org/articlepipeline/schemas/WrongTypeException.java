package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** The bytes are Avro of another record type than the topic holds. */
public final class WrongTypeException extends RegistryException {

  public WrongTypeException(String message) {
    super(message);
  }

  public WrongTypeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
