package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** A submission's body is over {@link Limits#MAX_BODY_BYTES}. */
public final class BodyTooLargeException extends RegistryException {

  public BodyTooLargeException(String message) {
    super(message);
  }

  public BodyTooLargeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
