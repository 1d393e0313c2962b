package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.Topics;

/**
 * Makes records of a request: fills in what it does not say, and refuses what the pipeline would
 * reject. Nothing that takes a look at earlier articles is decided here.
 */
final class Intake {
  private final Function<ArticleSubmission, Optional<Rejection>> rules;
  private final BodyReaders readers;
  private final Clock clock;

  /** Two requests in one millisecond are two revisions. */
  private final AtomicLong lastRevision = new AtomicLong();

  /**
   * @param rules what any submission must keep
   */
  Intake(Function<ArticleSubmission, Optional<Rejection>> rules, BodyReaders readers, Clock clock) {
    this.rules = rules;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * One article, ready to be sent.
   *
   * @param id of its event
   * @param requestId the same, but for one of several articles in a request
   */
  record Outgoing(ProducerRecord<String, ArticleSubmission> message, String id, String requestId) {
    ArticleSubmission submission() {
      return message.value();
    }
  }

  /**
   * All of a request.
   *
   * @param isList whether it could have been several articles
   * @param problems a sentence for each article that is not to be published
   */
  record Batch(List<Outgoing> articles, boolean isList, List<String> problems) {}

  /**
   * @param trace W3C trace context, by header
   * @throws ProblemException when nothing of it can be published
   */
  Batch records(ArticleRequest sent, Map<String, String> trace) {
    ArticleRequest request = sent.unwrapped();
    Contents contents = request.contents(readers);
    String given = request.event().id();
    String id = given == null ? UUID.randomUUID().toString() : given;
    var records = new ArrayList<Outgoing>();
    var problems = new ArrayList<>(contents.problems());
    for (ArticleSubmission.Builder submission : contents.articles()) {
      ArticleSubmission whole = complete(submission, request);
      Rejection refusal = rules.apply(whole).orElse(null);
      if (refusal != null && contents.articles().size() == 1) {
        throw Problem.of(refusal).exception();
      }
      if (refusal != null) {
        problems.add(
            "%s: %s: %s".formatted(whole.getUri(), refusal.reason().code(), refusal.message()));
        continue;
      }
      // Several articles in one request: each is an event of its own, the same one when sent again.
      String own = contents.isList() ? id + "#" + whole.getUri() : id;
      Headers headers = request.event().headers(whole, own);
      trace.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
      var message =
          new ProducerRecord<>(
              Topics.SUBMISSIONS.name(), null, null, whole.getUri(), whole, headers);
      records.add(new Outgoing(message, own, id));
    }
    if (records.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID_SUBMISSION, String.join(" ", problems)).exception();
    }
    return new Batch(records, contents.isList(), problems);
  }

  private ArticleSubmission complete(ArticleSubmission.Builder submission, ArticleRequest request) {
    if (submission.hasSource() && !submission.getSource().equals(request.source())) {
      throw Problem.of(
              Problem.Kind.OTHER_SOURCE,
              "The key is of the source '%s'; it can't send for '%s'."
                  .formatted(request.source(), submission.getSource()))
          .in("source")
          .exception();
    }
    submission.setSource(request.source()).setUri(uri(submission, request));
    if (!submission.hasPubStatus()) {
      submission.setPubStatus(PubStatus.USABLE);
    }
    if (!submission.hasFormat()) {
      submission.setFormat(Format.UNKNOWN);
      if (submission.getPubStatus() == PubStatus.USABLE && submission.hasBody()) {
        throw Problem.of(
                Problem.Kind.INVALID_SUBMISSION,
                "There is a body, but no format that says what it is: TEXT, HTML, NINJS or WORDPRESS.")
            .because(Reason.MISSING_FIELD.code())
            .in(SubmissionFields.FORMAT)
            .exception();
      }
    }
    if (!submission.hasSubmittedAt()) {
      Instant time = request.event().time();
      submission.setSubmittedAt(time == null ? clock.instant() : time);
    }
    if (!submission.hasRevision()) {
      submission.setRevision(
          lastRevision.accumulateAndGet(clock.millis(), (last, now) -> Math.max(last + 1, now)));
    }
    return submission.build();
  }

  /** The path, the field, the event's subject; else one that the same event always gets. */
  private static String uri(ArticleSubmission.Builder submission, ArticleRequest request) {
    String inPath = request.target().uri();
    if (inPath != null) {
      if (submission.hasUri() && !submission.getUri().equals(inPath)) {
        throw Problem.malformed(
                "uri",
                "The path names '%s', the request's field '%s'; they must be the same."
                    .formatted(inPath, submission.getUri()))
            .exception();
      }
      return inPath;
    }
    if (submission.hasUri()) {
      return submission.getUri();
    }
    CloudEvent event = request.event();
    String subject = event.subject();
    if (subject != null) {
      return subject;
    }
    String id = event.id();
    if (id == null) {
      throw Problem.of(
              Problem.Kind.INVALID_SUBMISSION,
              "Nothing names the article: give its uri (in the body, as ?uri=…, as ce-subject, or PUT it to"
                  + " /articles/{uri}), or an Idempotency-Key to make one of.")
          .because(Reason.MISSING_FIELD.code())
          .in("uri")
          .exception();
    }
    return "urn:articles:" + encoded(request.source()) + ":" + encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
