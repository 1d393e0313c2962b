package org.articlepipeline.ingest.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What any submission must keep, however it came in. The first rule that is broken is the one that
 * is told.
 */
public final class SubmissionRules {

  private static final int MAX_SOURCE_LENGTH = 200;

  /**
   * Nothing was printed before; a date outside of these years is a unit error, and no index could
   * hold it.
   */
  public static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** A submission is made by a running CMS: an earlier one gave seconds for milliseconds. */
  private static final Instant EARLIEST_SUBMITTED = Instant.parse("2000-01-01T00:00:00Z");

  private static final List<Function<ArticleSubmission, @Nullable Rejection>> RULES =
      List.of(
          SubmissionRules::uri,
          SubmissionRules::revision,
          SubmissionRules::source,
          SubmissionRules::status,
          s -> date("submittedAt", s.getSubmittedAt(), EARLIEST_SUBMITTED),
          s -> date("embargoedUntil", s.getEmbargoedUntil(), EARLIEST),
          s -> date("expires", s.getExpires(), EARLIEST),
          s -> date("contentCreated", s.getContentCreated(), EARLIEST),
          s -> date("contentModified", s.getContentModified(), EARLIEST));

  private SubmissionRules() {}

  public static Checked<ValidSubmission> check(ArticleSubmission submission) {
    return RULES.stream()
        .map(rule -> rule.apply(submission))
        .filter(Objects::nonNull)
        .findFirst()
        .<Checked<ValidSubmission>>map(Checked.Bad::new)
        .orElseGet(() -> body(submission));
  }

  /** Why {@link #check} refuses it, if it does. */
  public static Optional<Rejection> refusal(ArticleSubmission submission) {
    return check(submission) instanceof Checked.Bad<ValidSubmission>(Rejection why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** A takedown must not fail for the body that a CMS happens to send with it. */
  private static Checked<ValidSubmission> body(ArticleSubmission s) {
    return s.getPubStatus() == PubStatus.USABLE
        ? BodyBytes.of(s).then(body -> new Checked.Good<>(new ValidSubmission(s, body)))
        : new Checked.Good<>(new ValidSubmission(s, new byte[0]));
  }

  private static @Nullable Rejection uri(ArticleSubmission s) {
    String uri = s.getUri();
    if (uri.isBlank()) {
      return new Rejection(
          Reason.MISSING_FIELD, "uri", "The uri is empty; it names the article for ever.");
    }
    int bytes = uri.getBytes(UTF_8).length;
    if (bytes > Limits.MAX_URI_BYTES) {
      return new Rejection(
          Reason.INVALID_URI,
          "uri",
          "The uri takes %,d bytes of UTF-8; at most %d are allowed."
              .formatted(bytes, Limits.MAX_URI_BYTES));
    }
    return !uri.equals(uri.strip()) || uri.chars().anyMatch(Character::isISOControl)
        ? new Rejection(
            Reason.INVALID_URI,
            "uri",
            "The uri holds control characters, or white space at its ends.")
        : null;
  }

  private static @Nullable Rejection revision(ArticleSubmission s) {
    return s.getRevision() >= 1 && s.getRevision() <= Limits.MAX_REVISION
        ? null
        : new Rejection(
            Reason.INVALID_REVISION,
            "revision",
            "The revision is %d; it must be 1 to %d (2^43-1), such as milliseconds since 1970."
                .formatted(s.getRevision(), Limits.MAX_REVISION));
  }

  private static @Nullable Rejection source(ArticleSubmission s) {
    if (s.getSource().isBlank()) {
      return new Rejection(
          Reason.MISSING_FIELD, "source", "The source is empty; say which CMS or site sends this.");
    }
    return s.getSource().length() <= MAX_SOURCE_LENGTH
        ? null
        : new Rejection(
            Reason.INVALID_SOURCE,
            "source",
            "The source has %,d characters; a name of at most %d is needed."
                .formatted(s.getSource().length(), MAX_SOURCE_LENGTH));
  }

  private static @Nullable Rejection status(ArticleSubmission s) {
    return s.getPubStatus() == PubStatus.UNKNOWN
        ? new Rejection(
            Reason.INVALID_STATUS,
            "pubStatus",
            "The pubStatus is missing, or newer than this service; send USABLE, WITHHELD, CANCELED or ERASED.")
        : null;
  }

  private static @Nullable Rejection date(String field, @Nullable Instant value, Instant earliest) {
    return value == null || (!value.isBefore(earliest) && !value.isAfter(LATEST))
        ? null
        : new Rejection(
            Reason.INVALID_DATE,
            field,
            "%s is %s, which can't be. Dates are milliseconds since 1970 (not seconds, not microseconds)."
                .formatted(field, value));
  }
}
