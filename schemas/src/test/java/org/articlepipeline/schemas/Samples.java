package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records for tests. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123Z");

  private Samples() {}

  static ArticleSubmission submission() {
    return submission("The ferry was late.\n".getBytes(UTF_8));
  }

  static ArticleSubmission submission(byte[] body) {
    return ArticleSubmission.newBuilder()
        .setUri("urn:articles:gazette:ferry")
        .setRevision(1_770_000_000_000L)
        .setSource("gazette")
        .setPubStatus(PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setBody(ByteBuffer.wrap(body))
        .setSubmittedAt(NOW)
        .setHeadline("Ferry late – again 🚢")
        .setKeywords(List.of("ferry", "harbour"))
        .setExtra(Map.of("desk", "local"))
        .build();
  }

  static Entity entity() {
    return Entity.newBuilder()
        .setUri("urn:entity:harbour")
        .setName("Harbour Board")
        .setType(EntityType.ORGANISATION)
        .setAliases(List.of(new Alias("the Board", AliasStrength.WEAK)))
        .build();
  }
}
