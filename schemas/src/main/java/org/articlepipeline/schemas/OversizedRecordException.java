package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** A value does not fit into its topic: sending it would fail, and abort a Streams transaction. */
public final class OversizedRecordException extends RegistryException {

  public OversizedRecordException(String message) {
    super(message);
  }

  public OversizedRecordException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
