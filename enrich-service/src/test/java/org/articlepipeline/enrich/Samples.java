package org.articlepipeline.enrich;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;

/** Articles and entities written for these tests. */
public final class Samples {
  public static final Instant SUBMITTED = Instant.parse("2026-03-01T08:00:00Z");
  public static final Instant INGESTED = Instant.parse("2026-03-01T08:00:01Z");

  private Samples() {}

  public static Article article(String headline, String body) {
    return article("urn:test:1", 1).setHeadline(headline).setBody(body).build();
  }

  public static Article.Builder article(String uri, long revision) {
    return Article.newBuilder()
        .setUri(uri)
        .setRevision(revision)
        .setSource("test")
        .setPubStatus(PubStatus.USABLE)
        .setHeadline("Harbour reopens after the storm")
        .setBody("The harbour of Northgate was opened again on Monday, the mayor said.")
        .setSubmittedAt(SUBMITTED)
        .setIngestedAt(INGESTED);
  }

  public static Entity person(String uri, String name, String... weak) {
    return entity(uri, name, EntityType.PERSON, weak).build();
  }

  public static Entity place(String uri, String name, String... weak) {
    return entity(uri, name, EntityType.PLACE, weak).build();
  }

  public static Entity.Builder entity(String uri, String name, EntityType type, String... weak) {
    return Entity.newBuilder()
        .setUri(uri)
        .setName(name)
        .setType(type)
        .setAliases(
            List.of(weak).stream().map(alias -> new Alias(alias, AliasStrength.WEAK)).toList());
  }

  /** Its surfaces in the body, in order. */
  public static List<String> surfaces(NamedEntity entity) {
    return entity.getMentions().stream().map(mention -> mention.getSurface()).toList();
  }
}
