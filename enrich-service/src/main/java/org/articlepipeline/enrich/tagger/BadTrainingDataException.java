package org.articlepipeline.enrich.tagger;

import java.io.IOException;

/** A file that can't be learned from: the message says which, where, and what was expected. */
public final class BadTrainingDataException extends IOException {
  private static final long serialVersionUID = 1L;

  BadTrainingDataException(String message) {
    super(message);
  }
}
