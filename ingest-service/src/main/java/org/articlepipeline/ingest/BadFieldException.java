package org.articlepipeline.ingest;

import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;

/**
 * A field of a JSON body can't be what it is. Carries a rejection out of the many fields that a
 * decoder reads; {@link JsonBody} catches it, so it never leaves a decoder.
 */
final class BadFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  BadFieldException(Reason reason, String field, String message) {
    super(message, null, false, false);
    rejection = new Rejection(reason, field, message);
  }

  Rejection rejection() {
    return rejection;
  }
}
