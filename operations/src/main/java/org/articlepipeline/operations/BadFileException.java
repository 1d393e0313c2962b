package org.articlepipeline.operations;

/** A file that can't be submitted. */
final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wrongUsage;

  /**
   * @param wrongUsage whether the command line is to blame rather than what the file holds
   */
  BadFileException(String file, String problem, boolean wrongUsage) {
    super(file + ": " + problem);
    this.wrongUsage = wrongUsage;
  }

  boolean wrongUsage() {
    return wrongUsage;
  }
}
