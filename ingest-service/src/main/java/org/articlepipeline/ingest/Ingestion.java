package org.articlepipeline.ingest;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.ingest.cleanup.Cleanup;
import org.articlepipeline.ingest.cleanup.CleanupRule;
import org.articlepipeline.ingest.cleanup.EdgeLines;
import org.articlepipeline.ingest.cleanup.KnownFurniture;
import org.articlepipeline.ingest.cleanup.RemoveLearnedFurniture;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.Embargo;
import org.articlepipeline.ingest.draft.SaneDates;
import org.articlepipeline.ingest.draft.StepFailedException;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.articlepipeline.ingest.text.Apostrophes;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.ingest.text.Origin;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Reason;

/**
 * From a submission to a clean article, as a pure function: what the service does between its
 * topics, without the revision gate and the embargo. Thread-safe.
 */
public final class Ingestion {

  /** Stamped on every article. Raise it whenever the same submission would give another article. */
  public static final String VERSION = "2";

  private final List<CleanupRule> rules;

  public Ingestion() {
    this(Cleanup.RULES);
  }

  /**
   * A clean article.
   *
   * @param edges what it teaches about its source; none where nothing is learned
   */
  record Cleaned(Ingested.Accepted accepted, EdgeLines edges) {}

  Ingestion(List<CleanupRule> rules) {
    this.rules = rules;
  }

  /**
   * Never throws for what is in the submission: a step or rule that fails on it is a rejection,
   * too.
   */
  public Ingested ingest(ArticleSubmission submission, Instant ingestedAt) {
    try {
      Checked<Cleaned> result =
          SubmissionRules.check(submission)
              .then(valid -> cleanUp(valid, ingestedAt, KnownFurniture.NONE));
      return switch (result) {
        case Checked.Good<Cleaned>(Cleaned(var accepted, var _)) -> accepted;
        case Checked.Bad<Cleaned>(var rejection) -> new Ingested.Rejected(rejection);
      };
    } catch (StepFailedException e) {
      return new Ingested.Rejected(e.rejection());
    }
  }

  /**
   * Throws {@link StepFailedException} only.
   *
   * @param known what the article's source repeats
   */
  Checked<Cleaned> cleanUp(ValidSubmission valid, Instant ingestedAt, KnownFurniture known) {
    ArticleSubmission submission = valid.submission();
    if (!valid.isUsable() || isExpired(submission, ingestedAt)) {
      var stub = Articles.withoutContent(submission, ingestedAt);
      return new Checked.Good<>(
          new Cleaned(new Ingested.Accepted(stub, List.of(), null), EdgeLines.NONE));
    }
    return StepFailedException.naming("decode", () -> Decoders.decode(submission, valid.body()))
        .then(draft -> finish(valid, draft, ingestedAt, known));
  }

  private Checked<Cleaned> finish(
      ValidSubmission valid, Draft decoded, Instant ingestedAt, KnownFurniture known) {
    Draft byRule = Cleanup.run(rules, withGiven(valid.submission(), decoded, ingestedAt));
    boolean learns = known != KnownFurniture.NONE;
    EdgeLines edges = learns ? EdgeLines.of(byRule.lines()) : EdgeLines.NONE;
    Draft unlearned =
        learns ? Cleanup.run(List.of(new RemoveLearnedFurniture(known)), byRule) : byRule;
    Draft draft = SaneDates.of(unlearned, valid.submission(), ingestedAt);
    if (!draft.hasText()) {
      return Checked.bad(
          Reason.NO_TEXT,
          "body",
          "Nothing is left of the body's %d lines after clean-up; all of it is page furniture (%s). Send the article's text."
              .formatted(decoded.lines().size(), named(draft)));
    }
    var article =
        StepFailedException.naming("assemble", () -> Articles.of(valid, draft, ingestedAt));
    Instant embargo = Embargo.of(valid.submission(), draft.particulars());
    return new Checked.Good<>(
        new Cleaned(new Ingested.Accepted(article, draft.notes(), embargo), edges));
  }

  /**
   * The rules must know the headline that the CMS gave, or they would take another one out of the
   * text; and what it says of the text's origin.
   */
  private static Draft withGiven(ArticleSubmission submission, Draft decoded, Instant ingestedAt) {
    String language =
        submission.getLanguage() == null ? decoded.language() : submission.getLanguage();
    Draft draft =
        decoded.withOrigin(
            new Origin(
                submission.getUrl(), language, SaneDates.latest(submission, decoded, ingestedAt)));
    String given = submission.getHeadline();
    return given == null || given.isBlank()
        ? draft
        : draft.withHeadline(Apostrophes.mend(CharacterCleanup.cleanLine(given)));
  }

  private static String named(Draft draft) {
    return String.join(", ", draft.removals().stream().map(r -> r.getRule()).distinct().toList());
  }

  static boolean isExpired(ArticleSubmission submission, Instant now) {
    Instant expires = submission.getExpires();
    return expires != null && !expires.isAfter(now);
  }
}
