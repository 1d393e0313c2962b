package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What CMSes send on a bad day: every way in which a submission can end, mixed, the same for the
 * same seed but for the clock.
 */
final class MixedSubmissions {

  private static final int URIS = 150;

  /** What ingest writes of them, each at least once. */
  static final List<String> OUTCOMES =
      List.of(
          "ACCEPTED",
          "HELD",
          "RELEASED",
          "SUPERSEDED",
          "EXPIRED",
          "STALE",
          "DUPLICATE",
          "NOT_AVRO",
          "UNKNOWN_SCHEMA",
          "NULL_VALUE",
          "NULL_KEY",
          "KEY_MISMATCH",
          "WRONG_PARTITION",
          "MISSING_FIELD",
          "INVALID_REVISION",
          "INVALID_STATUS",
          "INVALID_URI",
          "INVALID_DATE",
          "INVALID_SOURCE",
          "EMPTY_BODY",
          "UNKNOWN_CHARSET",
          "UNDECODABLE_BODY",
          "BAD_CONTENT_ENCODING",
          "UNSUPPORTED_FORMAT",
          "REVISION_CONFLICT",
          "NO_TEXT",
          "BODY_TOO_LARGE");

  private final Random random = new Random(20260301);
  private final Map<String, ArticleSubmission> last = new HashMap<>();
  private final int schemaId;
  private final int partitions;
  private int events;

  MixedSubmissions(int schemaId, int partitions) {
    this.schemaId = schemaId;
    this.partitions = partitions;
  }

  /** This many, of which some wait for or end at a time within seconds from now. */
  List<ProducerRecord<byte[], byte[]>> next(int count) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int i = 0; i < count; i++) {
      records.add(i % 3 == 0 ? broken(i / 3) : sound());
    }
    return records;
  }

  /** One that is held and one that is visible until then, with nothing that takes their place. */
  List<ProducerRecord<byte[], byte[]>> dueIn(int seconds) {
    Instant due = Instant.now().plusSeconds(seconds);
    return List.of(
        sent(usable("urn:held:" + seconds, 1).setEmbargoedUntil(due)),
        sent(usable("urn:expiring:" + seconds, 1).setExpires(due)));
  }

  private ProducerRecord<byte[], byte[]> sound() {
    String uri = "urn:mix:" + random.nextInt(URIS);
    ArticleSubmission before = last.get(uri);
    if (before == null) {
      return newer(uri, 1, random.nextInt(4));
    }
    long revision = before.getRevision();
    return switch (random.nextInt(12)) {
      case 0 -> record(before, event());
      case 1 -> record(usable(uri, revision + 1).build(), sameEvent(before));
      case 2 -> record(usable(uri, Math.max(1, revision - 1)).build(), event());
      case 3 -> record(usable(uri, revision, "Other\n\nOther text.").build(), event());
      case 4 -> sent(bare(uri, revision + 1, PubStatus.WITHHELD));
      case 5 -> sent(bare(uri, revision + 1, PubStatus.CANCELED));
      case 6 -> sent(bare(uri, revision + 1, PubStatus.ERASED));
      default -> newer(uri, revision + 1, random.nextInt(6));
    };
  }

  private ProducerRecord<byte[], byte[]> newer(String uri, long revision, int kind) {
    Instant soon = Instant.now().plusMillis(500 + random.nextInt(8_000));
    ArticleSubmission.Builder submission = usable(uri, revision);
    switch (kind) {
      case 0 -> submission.setEmbargoedUntil(soon);
      case 1 -> submission.setEmbargoedUntil(soon.plusSeconds(3600));
      case 2 -> submission.setExpires(soon);
      case 3 -> submission.setExpires(Instant.now().minusSeconds(1));
      case 4 -> submission.setEmbargoedUntil(soon).setExpires(soon.minusMillis(100));
      default -> {}
    }
    return sent(submission);
  }

  private ProducerRecord<byte[], byte[]> broken(int kind) {
    String uri = "urn:broken:" + random.nextInt();
    return switch (kind % 20) {
      case 0 -> raw(uri, bytesOf(random.nextInt(200)));
      case 1 -> raw(uri, new byte[] {0, 0, 15, 66, 64, 1});
      case 2 -> raw(uri, null);
      case 3 -> raw(null, bytes(usable(uri, 1)));
      case 4 -> raw(uri + ":other", bytes(usable(uri, 1)));
      case 5 -> aside(usable(uri, 1).build());
      case 6 -> raw(uri, bytes(usable(uri, 1).setSource(" ")));
      case 7 -> raw(uri, bytes(usable(uri, 0)));
      case 8 -> raw(uri, bytes(bare(uri, 1, PubStatus.UNKNOWN)));
      case 9 -> raw(" " + uri, bytes(usable(" " + uri, 1)));
      case 10 -> raw(uri, bytes(usable(uri, 1).setSubmittedAt(Instant.EPOCH)));
      case 11 -> raw(uri, bytes(usable(uri, 1).setSource("s".repeat(300))));
      case 12 -> raw(uri, bytes(usable(uri, 1, " \n ")));
      case 13 -> raw(uri, bytes(usable(uri, 1).setCharset("klingon")));
      case 14 -> raw(uri, bytes(usable(uri, 1, "abc").setCharset("UTF-16")));
      case 15 -> raw(uri, bytes(usable(uri, 1).setContentEncoding("gzip")));
      case 16 -> raw(uri, bytes(usable(uri, 1, "[]").setFormat(Format.NINJS)));
      case 17 -> raw(uri, bytes(usable(uri, 1, "Go to Top")));
      case 18 ->
          raw(
              uri,
              bytes(usable(uri, 1).setContentCreated(Instant.EPOCH.minusSeconds(99_999_999_999L))));
      default ->
          raw(uri, bytes(usable(uri, 1, kind > 19 ? " " : "line of text\n".repeat(420_000))));
    };
  }

  private ProducerRecord<byte[], byte[]> sent(ArticleSubmission.Builder submission) {
    ArticleSubmission built = submission.build();
    last.put(built.getUri(), built);
    return record(built, sameEvent(built));
  }

  private ProducerRecord<byte[], byte[]> record(ArticleSubmission submission, String event) {
    Headers headers = CloudEvents.headersOf(submission, event);
    return new ProducerRecord<>(
        Topics.SUBMISSIONS.name(),
        null,
        submission.getUri().getBytes(UTF_8),
        RawAvro.bytes(submission, schemaId),
        headers);
  }

  /** The event that sent a revision has a name that is made of it. */
  private static String sameEvent(ArticleSubmission submission) {
    return submission.getUri() + "#" + submission.getRevision();
  }

  private String event() {
    return "event " + events++;
  }

  private ProducerRecord<byte[], byte[]> aside(ArticleSubmission submission) {
    byte[] key = submission.getUri().getBytes(UTF_8);
    int right = Utils.toPositive(Utils.murmur2(key)) % partitions;
    return new ProducerRecord<>(
        Topics.SUBMISSIONS.name(),
        (right + 1) % partitions,
        key,
        RawAvro.bytes(submission, schemaId),
        new RecordHeaders());
  }

  private static ProducerRecord<byte[], byte[]> raw(@Nullable String key, byte @Nullable [] value) {
    return new ProducerRecord<>(
        Topics.SUBMISSIONS.name(), key == null ? null : key.getBytes(UTF_8), value);
  }

  private byte[] bytes(ArticleSubmission.Builder submission) {
    return RawAvro.bytes(submission.build(), schemaId);
  }

  private byte[] bytesOf(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
