package org.articlepipeline.benchmarks;

import java.util.List;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;

/**
 * A knowledge base of any size, in the shape of real ones: three in five entities are people with a
 * full name, a longer one and a weak surname that others share; one in five an organisation with
 * its acronym; one in five a place. Each has its Wikidata address.
 */
final class GeneratedKnowledge {
  private GeneratedKnowledge() {}

  /** The starter set and as many entities as it takes to have that many names. */
  static KnowledgeBase of(int names) {
    KnowledgeBase base = new KnowledgeBase();
    StarterSet.entities().forEach(base::put);
    for (int i = 0; base.names() < names; i++) {
      base.put(entity(i));
    }
    return base;
  }

  static Entity entity(int i) {
    return switch (i % 5) {
      case 0 -> organisation(i);
      case 1 -> entity(i, Names.place(i), EntityType.PLACE, strong(Names.place(i) + " City"));
      default ->
          entity(
              i,
              Names.person(i),
              EntityType.PERSON,
              strong(Names.given(i) + " " + Names.given(i / 7) + " " + Names.surname(i / 3)),
              new Alias(Names.surname(i / 3), AliasStrength.WEAK));
    };
  }

  private static Entity organisation(int i) {
    String name = Names.organisation(i);
    return entity(
        i, name, EntityType.ORGANISATION, strong("The " + name), strong(name + " International"));
  }

  private static Alias strong(String name) {
    return new Alias(name, AliasStrength.STRONG);
  }

  private static Entity entity(int i, String name, EntityType type, Alias... aliases) {
    return Entity.newBuilder()
        .setUri("urn:newsroom:entity:" + i)
        .setName(name)
        .setType(type)
        .setAliases(List.of(aliases))
        .setSameAs(List.of("http://www.wikidata.org/entity/Q" + (1_000_000 + i)))
        .build();
  }
}
