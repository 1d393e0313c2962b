package org.articlepipeline.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;

final class Submissions {

  static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

  private Submissions() {}

  static ArticleSubmission of(Format format, String body) {
    return ArticleSubmission.newBuilder()
        .setUri("urn:bench:1")
        .setRevision(1)
        .setSource("bench")
        .setFormat(format)
        .setPubStatus(PubStatus.USABLE)
        .setSubmittedAt(NOW)
        .setBody(ByteBuffer.wrap(body.getBytes(UTF_8)))
        .build();
  }
}
