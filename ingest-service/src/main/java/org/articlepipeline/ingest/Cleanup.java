package org.articlepipeline.ingest;

import java.util.List;

/**
 * The steps of clean-up in their order. What pages print around every text goes first, so that the
 * lines that tell of the article are near its ends; they are harvested next, because they would
 * otherwise be taken for its headline; typography and paragraphs come last, when only the article
 * is left.
 */
final class Cleanup {

  static final List<CleanupStep> STEPS =
      List.of(
          new RemoveShareBars(),
          new RemoveFurniture(),
          new RemoveLines("copyright", CopyrightLine::matches, 0.95),
          new RemoveLines("credit", PictureCredit::matches, 0.9),
          new HarvestBreadcrumbs(),
          new HarvestMetadataLines(),
          new MendApostrophes(),
          new TakeHeadline(),
          new HarvestByline(),
          new RemoveFeedFooter(),
          new RemoveBiography(),
          new HarvestDateline(),
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
