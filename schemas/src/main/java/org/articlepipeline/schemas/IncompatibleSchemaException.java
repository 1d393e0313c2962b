package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** The registry refuses a schema, or a schema cannot be read as the topic's type. */
public final class IncompatibleSchemaException extends RegistryException {

  public IncompatibleSchemaException(String message) {
    super(message);
  }

  public IncompatibleSchemaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
