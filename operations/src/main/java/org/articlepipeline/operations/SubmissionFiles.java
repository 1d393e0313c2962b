package org.articlepipeline.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.articlepipeline.ingest.feed.Feed;
import org.articlepipeline.ingest.feed.FeedException;
import org.articlepipeline.ingest.feed.FeedReader;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/** Makes a submission of each file, or of each entry of a feed, or says why it can't. */
final class SubmissionFiles {
  static final String STANDARD_INPUT = "-";

  private final SubmissionOptions options;
  private final InputStream standardInput;
  private final Clock clock;
  private final Map<String, String> fileByUri = new HashMap<>();

  SubmissionFiles(SubmissionOptions options, InputStream standardInput, Clock clock) {
    this.options = options;
    this.standardInput = standardInput;
    this.clock = clock;
  }

  /**
   * @throws BadFileException with the reason
   */
  FileSubmissions read(String file) throws BadFileException {
    byte @Nullable [] body = body(file);
    return body != null && options.format.isFeed(file, body)
        ? feed(file, body)
        : FileSubmissions.of(article(file, body));
  }

  private FileSubmissions feed(String file, byte[] document) throws BadFileException {
    if (options.uri != null || options.revision != null) {
      throw new BadFileException(
          file, "is a feed, whose entries have uris and revisions of their own", true);
    }
    Feed feed;
    try {
      feed =
          new FeedReader(options.source)
              .read(document, options.charset, options.url, clock.instant());
    } catch (FeedException e) {
      throw new BadFileException(file, String.valueOf(e.getMessage()), false);
    }
    var articles = new ArrayList<ArticleSubmission>();
    var problems = new ArrayList<>(feed.problems());
    for (ArticleSubmission entry : feed.submissions()) {
      String other = fileByUri.putIfAbsent(entry.getUri(), file);
      if (other == null) {
        articles.add(
            ArticleSubmission.newBuilder(entry).setEmbargoedUntil(options.embargo).build());
      } else {
        problems.add("%s is in %s, too; that one is taken.".formatted(entry.getUri(), other));
      }
    }
    if (articles.isEmpty() && problems.isEmpty()) {
      throw new BadFileException(file, "is a feed without entries", false);
    }
    return new FileSubmissions(true, articles, problems, feed.notes());
  }

  private ArticleSubmission article(String file, byte @Nullable [] body) throws BadFileException {
    String uri = options.uri == null ? uriOf(file) : options.uri;
    String other = fileByUri.putIfAbsent(uri, file);
    if (other != null) {
      throw new BadFileException(
          file,
          "has the same uri as "
              + other
              + " ("
              + uri
              + "); submit it alone with a --uri of its own",
          true);
    }
    Instant now = clock.instant();
    var submission =
        ArticleSubmission.newBuilder()
            .setUri(uri)
            .setRevision(revision(file, now))
            .setSource(options.source)
            .setPubStatus(options.status == null ? PubStatus.USABLE : options.status.pubStatus())
            .setEmbargoedUntil(options.embargo)
            .setSubmittedAt(now);
    if (body != null) {
      submission
          .setFormat(options.format.of(file, body))
          .setBody(ByteBuffer.wrap(body))
          .setCharset(options.charset)
          .setUrl(options.url);
    }
    return submission.build();
  }

  private byte @Nullable [] body(String file) throws BadFileException {
    if (!options.withContent()) {
      if (!file.equals(STANDARD_INPUT) && options.uri == null) {
        checkIsFile(file);
      }
      return null;
    }
    byte[] body = bytes(file);
    if (body.length == 0) {
      throw new BadFileException(file, "is empty; an article needs a body", false);
    }
    if (body.length > Limits.MAX_BODY_BYTES && !options.format.isFeed(file, body)) {
      throw new BadFileException(
          file,
          "is larger than the limit of 5 MiB (" + Limits.MAX_BODY_BYTES + " bytes); shorten it",
          false);
    }
    return body;
  }

  private byte[] bytes(String file) throws BadFileException {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return standardInput.readNBytes(FeedReader.MAX_BYTES + 1);
      }
      checkIsFile(file);
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        return in.readNBytes(FeedReader.MAX_BYTES + 1);
      }
    } catch (IOException e) {
      throw new BadFileException(file, "can't be read (" + e.getMessage() + ")", false);
    }
  }

  private static void checkIsFile(String file) throws BadFileException {
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new BadFileException(
          file, "is a folder; give the files in it, such as " + path.resolve("*"), true);
    }
    if (!Files.exists(path)) {
      throw new BadFileException(file, "no such file", true);
    }
  }

  private long revision(String file, Instant now) throws BadFileException {
    if (options.revision != null) {
      return options.revision;
    }
    if (options.revisionIsNow() || file.equals(STANDARD_INPUT)) {
      return now.toEpochMilli();
    }
    try {
      return Files.getLastModifiedTime(Path.of(file)).toMillis();
    } catch (IOException e) {
      throw new BadFileException(file, "can't be read (" + e.getMessage() + ")", false);
    }
  }

  /** Characters that a URN does not take are percent-encoded, so that any file name will do. */
  private String uriOf(String file) {
    String name = String.valueOf(Path.of(file).getFileName());
    int dot = name.lastIndexOf('.');
    return "urn:articles:"
        + encoded(options.source)
        + ":"
        + encoded(dot > 0 ? name.substring(0, dot) : name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
