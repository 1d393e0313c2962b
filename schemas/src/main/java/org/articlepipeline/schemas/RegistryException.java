package org.articlepipeline.schemas;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A value could not be written or read. The subclass says whose fault it is: the record's, the
 * schema's or the registry's.
 */
public class RegistryException extends SerializationException {

  public RegistryException(String message) {
    super(message);
  }

  public RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Never null: both constructors ask for it. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
