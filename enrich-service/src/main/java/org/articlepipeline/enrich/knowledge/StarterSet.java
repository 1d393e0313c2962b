package org.articlepipeline.enrich.knowledge;

import java.util.List;
import org.articlepipeline.schemas.Entity;

/**
 * The knowledge base that everybody can start with: countries, capitals, regions, states of the
 * United States, some cities, international organisations; and, to be ignored, nationalities and
 * languages, which are written like names. Its uris are its own, so that it can be imported again
 * with each version; a newsroom's own entities go before it, whatever was imported first.
 */
public final class StarterSet {
  /** What the uris of the starter set begin with, and no others. */
  public static final String URI_PREFIX = "urn:articles:starter:";

  private StarterSet() {}

  public static List<Entity> entities() {
    return EntityJsonLines.resource("/starter-entities.jsonl");
  }

  /** Whether a uri is one of the starter set's. */
  public static boolean has(String uri) {
    return uri.startsWith(URI_PREFIX);
  }
}
