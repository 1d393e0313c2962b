package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.StepFailedException;

/**
 * The rules of clean-up in their order. What pages print around every text goes first, so that the
 * lines that tell of the article are near its ends; they are harvested next, because they would
 * otherwise be taken for its headline; typography and paragraphs come last, when only the article
 * is left.
 */
public final class Cleanup {

  public static final List<CleanupRule> RULES =
      List.of(
          new RemoveShareBars(),
          new RemoveFurniture(),
          new RemoveLines("copyright", CopyrightLine::matches, 0.95),
          new RemoveLines("credit", PictureCredit::matches, 0.9),
          new HarvestBreadcrumbs(),
          new HarvestMetadataLines(),
          new MendApostrophes(),
          new RemoveKickers(),
          new TakeHeadline(),
          new HarvestByline(),
          new RemoveFeedFooter(),
          new RemoveBiography(),
          new HarvestDateline(),
          new JoinWrappedLines());

  private Cleanup() {}

  /** Runs rules in their order. One that throws is named in the {@link StepFailedException}. */
  public static Draft run(List<CleanupRule> rules, Draft draft) {
    Draft current = draft;
    for (CleanupRule rule : rules) {
      Draft before = current;
      current = StepFailedException.naming(rule.name(), () -> rule.apply(before));
    }
    return current;
  }
}
