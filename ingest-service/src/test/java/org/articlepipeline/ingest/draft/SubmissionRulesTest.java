package org.articlepipeline.ingest.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionRulesTest {

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("MISSING_FIELD", "uri", s -> s.setUri(" ")),
        broken("INVALID_URI", "uri", s -> s.setUri("ü".repeat(257))),
        broken("INVALID_URI", "uri", s -> s.setUri(" urn:x")),
        broken("INVALID_URI", "uri", s -> s.setUri("urn:x\ny")),
        broken("INVALID_REVISION", "revision", s -> s.setRevision(0)),
        broken("INVALID_REVISION", "revision", s -> s.setRevision(-1)),
        broken("INVALID_REVISION", "revision", s -> s.setRevision(Limits.MAX_REVISION + 1)),
        broken("MISSING_FIELD", "source", s -> s.setSource("")),
        broken("INVALID_SOURCE", "source", s -> s.setSource("x".repeat(201))),
        broken("INVALID_STATUS", "pubStatus", s -> s.setPubStatus(PubStatus.UNKNOWN)),
        broken(
            "INVALID_DATE",
            "submittedAt",
            s -> s.setSubmittedAt(Instant.ofEpochMilli(1_700_000_000))),
        broken(
            "INVALID_DATE",
            "embargoedUntil",
            s -> s.setEmbargoedUntil(Instant.ofEpochMilli(Long.MAX_VALUE))),
        broken("INVALID_DATE", "expires", s -> s.setExpires(Instant.ofEpochMilli(Long.MIN_VALUE))),
        broken(
            "INVALID_DATE",
            "contentCreated",
            s -> s.setContentCreated(Instant.parse("1066-10-14T00:00:00Z"))),
        broken(
            "INVALID_DATE",
            "contentModified",
            s -> s.setContentModified(Instant.parse("+12000-01-01T00:00:00Z"))),
        broken("EMPTY_BODY", "body", s -> s.setBody(null)),
        broken("EMPTY_BODY", "body", s -> s.setBody(ByteBuffer.allocate(0))),
        broken("BAD_CONTENT_ENCODING", "contentEncoding", s -> s.setContentEncoding("br")),
        broken("BAD_CONTENT_ENCODING", "body", s -> s.setContentEncoding("gzip")),
        broken(
            "BODY_TOO_LARGE",
            "body",
            s -> s.setBody(ByteBuffer.allocate(Limits.MAX_BODY_BYTES + 1))),
        broken(
            "BODY_TOO_LARGE",
            "body",
            s ->
                s.setContentEncoding("gzip")
                    .setBody(ByteBuffer.wrap(BodyBytes.gzip(new byte[200 << 20])))));
  }

  private static Arguments broken(
      String reason, String field, UnaryOperator<ArticleSubmission.Builder> change) {
    return arguments(reason, field, change);
  }

  @ParameterizedTest(name = "{0} {1} #{index}")
  @MethodSource("broken")
  void refusesWithReasonAndField(
      String reason, String field, UnaryOperator<ArticleSubmission.Builder> change) {
    var checked = SubmissionRules.check(change.apply(usable("urn:test:1", 1)).build());

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Bad.class,
            bad -> {
              assertThat(bad.rejection().reason().code()).isEqualTo(reason);
              assertThat(bad.rejection().field()).isEqualTo(field);
            });
  }

  @Test
  void takesTheLargestOfEverything() {
    var submission =
        usable("ü".repeat(256), Limits.MAX_REVISION)
            .setBody(ByteBuffer.allocate(Limits.MAX_BODY_BYTES))
            .setExpires(Instant.parse("9999-12-31T23:59:59.999Z"))
            .build();

    assertThat(SubmissionRules.check(submission)).isInstanceOf(Checked.Good.class);
  }

  @Test
  void undoesTheContentEncoding() {
    var gzipped =
        usable("urn:test:1", 1)
            .setContentEncoding("gzip")
            .setBody(ByteBuffer.wrap(BodyBytes.gzip("text".getBytes(UTF_8))))
            .build();

    assertThat(SubmissionRules.check(gzipped))
        .isInstanceOfSatisfying(
            Checked.Good.class,
            good ->
                assertThat(((ValidSubmission) good.value()).body())
                    .isEqualTo("text".getBytes(UTF_8)));
  }

  @Test
  void aTakedownIsNotRefusedForTheBodyThatCameWithIt() {
    var canceled =
        bare("urn:test:1", 2, PubStatus.CANCELED)
            .setContentEncoding("br")
            .setBody(ByteBuffer.allocate(Limits.MAX_BODY_BYTES + 1))
            .setEmbargoedUntil(NOW)
            .build();

    assertThat(SubmissionRules.check(canceled)).isInstanceOf(Checked.Good.class);
  }
}
