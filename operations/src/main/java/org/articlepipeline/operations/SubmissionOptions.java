package org.articlepipeline.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code submit} says about each article, besides its body. */
final class SubmissionOptions {
  /** {@code --status}. */
  enum Status {
    USABLE,
    WITHHELD,
    CANCELED,
    ERASED;

    PubStatus pubStatus() {
      return PubStatus.valueOf(name());
    }
  }

  @Option(
      names = "--source",
      paramLabel = "S",
      defaultValue = "cli",
      description = "Which CMS or site sends it. Default: ${DEFAULT-VALUE}.")
  String source = "cli";

  @Option(
      names = "--uri",
      paramLabel = "U",
      description =
          "The article's uri. Default: urn:articles:SOURCE:FILENAME, without the extension.")
  @Nullable String uri;

  @Option(
      names = "--revision",
      paramLabel = "N",
      description =
          "1 to 2^43-1, higher is newer. Default: the file's modification time in ms; now with --status,"
              + " --embargo or standard input.")
  @Nullable Long revision;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "auto",
      description =
          "auto, text, html, ninjs, wordpress, or feed (RSS or Atom, an article of each entry)."
              + " Default: ${DEFAULT-VALUE}.")
  Formats format = Formats.AUTO;

  @Option(
      names = "--charset",
      paramLabel = "C",
      description = "Character set of the body. Default: its byte order mark, else UTF-8.")
  @Nullable String charset;

  @Option(names = "--url", paramLabel = "URL", description = "Where the article was read.")
  @Nullable String url;

  @Option(
      names = "--status",
      paramLabel = "S",
      description =
          "usable, withheld, canceled or erased; without content unless usable. Default: usable.")
  @Nullable Status status;

  @Option(
      names = "--embargo",
      paramLabel = "T",
      converter = InstantConverter.class,
      description = "Nobody may see it before, such as 2026-12-01T06:00:00Z.")
  @Nullable Instant embargo;

  boolean withContent() {
    return status == null || status == Status.USABLE;
  }

  boolean revisionIsNow() {
    return status != null || embargo != null;
  }

  /** Dates with a time zone: {@code 2026-12-01T06:00:00Z} or {@code …+01:00}. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is not an instant such as 2026-12-01T06:00:00Z");
      }
    }
  }
}
