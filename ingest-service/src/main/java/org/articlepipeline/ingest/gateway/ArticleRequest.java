package org.articlepipeline.ingest.gateway;

import java.util.Set;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;

/**
 * What a source asks for, apart from HTTP.
 *
 * @param source whose key it came with
 * @param event the attributes in the headers
 */
record ArticleRequest(
    String source, Target target, Query query, CloudEvent event, Payload payload) {
  private static final String ERASE = "erase";
  private static final String FORMAT = SubmissionFields.FORMAT;

  /** In structured mode the event is in the body: the same as it would be in binary mode. */
  ArticleRequest unwrapped() {
    if (!payload.type().equals(CloudEventJson.TYPE)) {
      return this;
    }
    CloudEventJson inBody = CloudEventJson.parse(payload);
    return new ArticleRequest(
        source, target, query, inBody.event().orId(event.id()), inBody.payload());
  }

  /**
   * What it says about its articles; the rest is not set yet.
   *
   * @throws ProblemException when it can't be read
   */
  Contents contents(BodyReaders readers) {
    if (target.action() == Target.Action.DELETE) {
      return Contents.of(takeDown());
    }
    if (payload.isEmpty()) {
      var submission = ArticleSubmission.newBuilder();
      SubmissionFields.apply(SubmissionFields.of(query, Set.of()), submission, "");
      return Contents.of(submission);
    }
    return readers
        .of(payload.type(), query.one(FORMAT))
        .read(payload, SubmissionFields.of(query, Set.of()), source);
  }

  private ArticleSubmission.Builder takeDown() {
    if (!payload.isEmpty()) {
      throw Problem.malformed(
              SubmissionFields.BODY, "DELETE takes no body; PUT a pubStatus to say more.")
          .exception();
    }
    var submission = ArticleSubmission.newBuilder();
    SubmissionFields.apply(SubmissionFields.of(query, Set.of(ERASE)), submission, "");
    if (submission.hasPubStatus()) {
      throw Problem.malformed(
              "pubStatus", "DELETE is CANCELED, with ?erase=true ERASED; PUT takes any pubStatus.")
          .exception();
    }
    return submission.setPubStatus(erases() ? PubStatus.ERASED : PubStatus.CANCELED);
  }

  private boolean erases() {
    String erase = query.one(ERASE);
    return switch (erase == null ? "false" : erase) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.malformed(ERASE, "erase is true or false, not '" + erase + "'.")
              .exception();
    };
  }
}
