package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** The registry answers, but does not know the schema. */
public final class UnknownSchemaException extends RegistryException {

  public UnknownSchemaException(String message) {
    super(message);
  }

  public UnknownSchemaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
