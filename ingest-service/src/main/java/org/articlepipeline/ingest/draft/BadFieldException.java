package org.articlepipeline.ingest.draft;

import org.articlepipeline.ingest.json.JsonBody;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;

/**
 * A field of a JSON body can't be what it is. Carries a rejection out of the many fields that a
 * decoder reads; {@link JsonBody} catches it, so it never leaves a decoder.
 */
public final class BadFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public BadFieldException(Reason reason, String field, String message) {
    super(message, null, false, false);
    rejection = new Rejection(reason, field, message);
  }

  public Rejection rejection() {
    return rejection;
  }
}
