package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/**
 * The registry cannot be asked: nothing is wrong with the record, so try again, don't reject it.
 */
public final class RegistryUnavailableException extends RegistryException {

  public RegistryUnavailableException(String message) {
    super(message);
  }

  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
