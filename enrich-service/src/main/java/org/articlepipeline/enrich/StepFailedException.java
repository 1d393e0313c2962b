package org.articlepipeline.enrich;

/** A step failed on an article. The message names the step and says what happened. */
public final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String step;

  public StepFailedException(String step, Throwable cause) {
    super("step '" + step + "' failed: " + cause, cause);
    this.step = step;
  }

  public String step() {
    return step;
  }
}
