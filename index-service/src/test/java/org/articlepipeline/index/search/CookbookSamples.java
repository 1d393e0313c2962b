package org.articlepipeline.index.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.indices.TestIndex;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;

/** A dozen articles of which each is there for a recipe or two. */
final class CookbookSamples {
  static final String ENTITY = "urn:entity:zimmerly";
  static final String STORY = "urn:cook:bridge-old";

  private CookbookSamples() {}

  static void write(TestIndex index, Instant now) {
    String bridge = "The harbour bridge was the old bridge of the town. Cranes stood by the river.";
    index.put(
        article("bridge-old", "Old bridge closed", bridge)
            .setSections(List.of("Harbour"))
            .setDatePublished(now.minus(Duration.ofDays(400)))
            .setPeople(List.of(zimmerly(0.3), person("Anna Holm")))
            .build(),
        now);
    index.put(
        article("bridge-new", "Old bridge closed", bridge)
            .setSections(List.of("Harbour"))
            .setDatePublished(now.minus(Duration.ofHours(3)))
            .setIngestedAt(Samples.article("", 1).build().getIngestedAt().plusSeconds(60))
            .setClusterUri(STORY)
            .setClusterHead(false)
            .build(),
        now);
    index.put(
        article("cranes", "Cranes by the river", "Cranes of the harbour stood by the river bridge.")
            .setSections(List.of("Harbour", "Work"))
            .setDatePublished(now.minus(Duration.ofDays(30)))
            .setPeople(List.of(zimmerly(0.9)))
            .build(),
        now);
    index.put(
        article("night", "Clocks", "Nobody saw it.")
            .setDatePublished(at("2026-03-28T23:30:00Z"))
            .build(),
        now);
    index.put(
        article("next-day", "Clocks", "They saw it.")
            .setDatePublished(at("2026-03-29T22:30:00Z"))
            .build(),
        now);
    index.put(
        article("haus", "Wohnen", "In den Häusern am Fluss ist es still.")
            .setLanguage("de")
            .build(),
        now);
    index.put(
        article("libri", "Libri", "I libri dell'altra università.").setLanguage("it").build(), now);
    index.put(
        article("english", "Universita", "An English text on universita.")
            .setLanguage("en")
            .build(),
        now);
    // May not be seen, though its record is late.
    index.put(
        article("brigade", "Brigade", "The harbour brigade came.")
            .setExpires(now.minusSeconds(1))
            .build(),
        now.minusSeconds(2));
    index.put(article("gone", "Old bridge", bridge).setPubStatus(PubStatus.CANCELED).build(), now);
    index.refresh();
  }

  private static EnrichedArticle.Builder article(String name, String headline, String body) {
    return Samples.article("urn:cook:" + name, 1).setHeadline(headline).setBody(body);
  }

  private static NamedEntity zimmerly(double salience) {
    return NamedEntity.newBuilder(person("Robert Zimmerly"))
        .setUri(ENTITY)
        .setAlternateNames(List.of("Bob Dillon"))
        .setSalience(salience)
        .build();
  }

  private static NamedEntity person(String name) {
    return NamedEntity.newBuilder().setName(name).setAliases(List.of(name)).build();
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
