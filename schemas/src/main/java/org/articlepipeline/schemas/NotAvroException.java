package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/** The bytes are not Avro in Confluent's wire format, or they are damaged. */
public final class NotAvroException extends RegistryException {

  public NotAvroException(String message) {
    super(message);
  }

  public NotAvroException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
