package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;

/** Submissions that keep every rule, to be broken one by one. */
public final class Submissions {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final String TEXT =
      "Harbour bridge reopens\n\nThe old harbour bridge opened to traffic again on Monday.\n";

  private Submissions() {}

  public static ArticleSubmission.Builder usable(String uri, long revision) {
    return usable(uri, revision, TEXT);
  }

  public static ArticleSubmission.Builder usable(String uri, long revision, String text) {
    return bare(uri, revision, PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setBody(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  public static ArticleSubmission.Builder bare(String uri, long revision, PubStatus status) {
    return ArticleSubmission.newBuilder()
        .setUri(uri)
        .setRevision(revision)
        .setSource("test-cms")
        .setPubStatus(status)
        .setSubmittedAt(NOW);
  }

  /** What {@link Ingestion} makes of a text; fails when it is rejected. */
  public static Ingested.Accepted ingest(String text) {
    return ingest(usable("urn:test:1", 1, text).build());
  }

  public static Ingested.Accepted ingest(ArticleSubmission submission) {
    return switch (new Ingestion().ingest(submission, NOW)) {
      case Ingested.Accepted accepted -> accepted;
      case Ingested.Rejected(var rejection) -> throw new AssertionError(rejection.toString());
    };
  }
}
