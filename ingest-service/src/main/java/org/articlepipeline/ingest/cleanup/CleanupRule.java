package org.articlepipeline.ingest.cleanup;

import org.articlepipeline.ingest.draft.Draft;

/**
 * One rule of clean-up. Pure, linear in the size of the draft, and total: it leaves alone what it
 * does not know. What it takes out of the text, it records as a removal under its {@link #name()}.
 */
public interface CleanupRule {

  /**
   * In kebab-case: the {@code rule} of its removals and the step that a {@code STEP_FAILED} names.
   */
  String name();

  Draft apply(Draft draft);
}
