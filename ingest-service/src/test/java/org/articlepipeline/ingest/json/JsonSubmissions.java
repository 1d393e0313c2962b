package org.articlepipeline.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.articlepipeline.ingest.Decoders;
import org.articlepipeline.ingest.Ingested;
import org.articlepipeline.ingest.Ingestion;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Rejection;

/** Bodies of JSON, and what becomes of them. */
record JsonSubmissions(Format format) {

  ArticleSubmission.Builder of(String json) {
    return of(json.getBytes(UTF_8));
  }

  ArticleSubmission.Builder of(byte[] json) {
    return Submissions.usable("urn:test:json", 1).setFormat(format).setBody(ByteBuffer.wrap(json));
  }

  Article article(String json) {
    return Submissions.ingest(of(json).build()).article();
  }

  Rejection rejected(String json) {
    return rejected(of(json).build());
  }

  /** Fails when it is accepted, and when its decoder throws, which ingestion would hide. */
  static Rejection rejected(ArticleSubmission submission) {
    ByteBuffer sent = requireNonNull(submission.getBody()).duplicate();
    var body = new byte[sent.remaining()];
    sent.get(body);
    assertThat(Decoders.decode(submission, body)).isInstanceOf(Checked.Bad.class);
    if (new Ingestion().ingest(submission, NOW) instanceof Ingested.Rejected(var rejection)) {
      return rejection;
    }
    throw new AssertionError("accepted");
  }

  static String sample(String name) {
    try (var in = requireNonNull(JsonSubmissions.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
