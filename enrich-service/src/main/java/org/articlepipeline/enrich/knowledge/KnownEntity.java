package org.articlepipeline.enrich.knowledge;

import java.util.List;
import org.articlepipeline.schemas.EntityType;

/** What the knowledge base keeps of an entity besides its names. */
public record KnownEntity(
    String uri, String name, EntityType type, List<String> sameAs, boolean ignored) {

  /** Entities are the same by uri: a map from entities must not walk their lists. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KnownEntity that && uri.equals(that.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }
}
