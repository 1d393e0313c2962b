package org.articlepipeline.ingest;

import java.util.List;

/**
 * The steps of clean-up in their order. Harvesting comes first, because the lines that themes put
 * above and below the text would otherwise be taken for its headline; typography and paragraphs
 * come last, when only the article is left.
 */
final class Cleanup {

  static final List<CleanupStep> STEPS =
      List.of(
          new HarvestMetadataLines(),
          new RemoveFurnitureLines("share-bar", ShareBar::matches, 0.98),
          new RemoveFurnitureLines("navigation", NavigationLine::matches, 0.98),
          new MendApostrophes(),
          new TakeHeadline(),
          new HarvestByline(),
          new RemoveFeedFooter(),
          new JoinWrappedLines());

  private Cleanup() {}

  /** Runs steps in their order. One that throws is named in the {@link StepFailedException}. */
  static Draft run(List<CleanupStep> steps, Draft draft) {
    Draft current = draft;
    for (CleanupStep step : steps) {
      Draft before = current;
      current = StepFailedException.naming(step.name(), () -> step.apply(before));
    }
    return current;
  }
}
