package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;

/**
 * A synthetic article of a partition: always the same uri, and the time as its revision. So nothing
 * piles up, and who finds it knows when it was sent.
 */
final class CanaryArticle {
  /** Reserved: hidden from readers, and no part of stories or of what is learned. */
  static final String SOURCE = "_canary";

  /** Followed by the partition, and by a number that makes the uri's hash fall into it. */
  static final String URI_PREFIX = "urn:articles:canary:";

  private static final String BODY =
      """
      The pipeline sends this article to itself and measures how long it takes until a search finds it.

      It belongs to partition %d of the submissions. Readers do not see it.
      """;

  private CanaryArticle() {}

  static ArticleSubmission of(int partition, int partitions, Instant now) {
    return ArticleSubmission.newBuilder()
        .setUri(uri(partition, partitions))
        .setRevision(now.toEpochMilli())
        .setSource(SOURCE)
        .setPubStatus(PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setCharset(UTF_8.name())
        .setHeadline("Canary of partition " + partition)
        .setBody(ByteBuffer.wrap(BODY.formatted(partition).getBytes(UTF_8)))
        .setSubmittedAt(now)
        .build();
  }

  private static String uri(int partition, int partitions) {
    return IntStream.iterate(0, n -> n + 1)
        .mapToObj(n -> URI_PREFIX + partition + ":" + n)
        .filter(
            uri -> BuiltInPartitioner.partitionForKey(uri.getBytes(UTF_8), partitions) == partition)
        .findFirst()
        .orElseThrow();
  }
}
