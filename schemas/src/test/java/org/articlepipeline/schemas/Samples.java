package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/** Records for tests. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123Z");
  static final String URI = "urn:articles:gazette:ferry";
  static final long REVISION = 1_770_000_000_000L;

  private Samples() {}

  static ArticleSubmission submission() {
    return submission("The ferry was late.\n".getBytes(UTF_8));
  }

  static ArticleSubmission submission(byte[] body) {
    return ArticleSubmission.newBuilder()
        .setUri(URI)
        .setRevision(REVISION)
        .setSource("gazette")
        .setPubStatus(PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setBody(ByteBuffer.wrap(body))
        .setSubmittedAt(NOW)
        .setHeadline("Ferry late – again 🚢")
        .setKeywords(List.of("ferry", "harbour"))
        .setImages(List.of(new Image("https://example.org/ferry.jpg", "At the quay", null)))
        .setExtra(Map.of("desk", "local"))
        .build();
  }

  static Article article() {
    return Article.newBuilder()
        .setUri(URI)
        .setRevision(REVISION)
        .setSource("gazette")
        .setPubStatus(PubStatus.USABLE)
        .setHeadline("Ferry late – again 🚢")
        .setBody("The ferry was late.")
        .setSubmittedAt(NOW)
        .setIngestedAt(NOW.plusMillis(5))
        .setRemovals(List.of(new Removal("Share this", "share-bar", 0.9)))
        .setSubmission(submission())
        .build();
  }

  static EnrichmentRequest enrichmentRequest() {
    return EnrichmentRequest.newBuilder()
        .setUri("urn:test:1")
        .setReason("CLUSTER")
        .setRequestedAt(NOW)
        .setAssignment(new ClusterAssignment("urn:test:2", false, "urn:test:2", REVISION, 3L))
        .setKnowledge(new KnowledgeChange(1, 7L, List.of(List.of(4, 5), List.of())))
        .build();
  }

  static ArticleSignature signature() {
    return ArticleSignature.newBuilder()
        .setUri(URI)
        .setRevision(REVISION)
        .setVisible(true)
        .setIngestedAt(NOW)
        .setUrl("https://gazette.example/ferry")
        .setMinHash(ByteBuffer.allocate(512))
        .setClusterUri(URI)
        .build();
  }

  static EnrichedArticle enriched() {
    return EnrichedArticle.newBuilder()
        .setUri(URI)
        .setRevision(REVISION)
        .setEnrichmentRun(3)
        .setSource("gazette")
        .setPubStatus(PubStatus.USABLE)
        .setSubmittedAt(NOW)
        .setIngestedAt(NOW.plusMillis(5))
        .setBody("The ferry of the Harbour Board was late.")
        .setOrganisations(
            List.of(
                NamedEntity.newBuilder()
                    .setName("Harbour Board")
                    .setMentions(List.of(new Mention(17, 30, "Harbour Board")))
                    .build()))
        .setLanguage("en")
        .setClusterUri(URI)
        .build();
  }

  static Receipt receipt() {
    return source(0).receipt(Stages.INGEST, Outcomes.ACCEPTED, NOW, URI).setRevision(1L).build();
  }

  static DeadLetter deadLetter() {
    return source(1, 2, 3)
        .deadLetter(
            Stages.INGEST, new Rejection(Reason.NOT_AVRO, "value", "no Avro"), NOW, null, null);
  }

  static Entity entity() {
    return Entity.newBuilder()
        .setUri("urn:entity:harbour")
        .setName("Harbour Board")
        .setType(EntityType.ORGANISATION)
        .setAliases(List.of(new Alias("the Board", AliasStrength.WEAK)))
        .build();
  }

  /** What the serializer makes of a record, which is not null. */
  static <T> byte[] written(Serializer<T> serializer, String topic, T data) {
    return Objects.requireNonNull(serializer.serialize(topic, data));
  }

  /** A record of these bytes, each 0 to 255, in articles.submissions. */
  static SourceRecord source(int... value) {
    var bytes = new byte[value.length];
    for (int i = 0; i < value.length; i++) {
      bytes[i] = (byte) value[i];
    }
    return source(bytes);
  }

  static SourceRecord source(byte[] value) {
    return new SourceRecord(
        Topics.SUBMISSIONS.name(),
        4,
        1234,
        NOW.toEpochMilli(),
        URI.getBytes(UTF_8),
        value,
        new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8)));
  }
}
