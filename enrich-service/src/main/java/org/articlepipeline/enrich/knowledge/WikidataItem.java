package org.articlepipeline.enrich.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an item of Wikidata.
 *
 * @param aliases {@code [{"value": ...}]}
 * @param classes statements of P31, "instance of"
 * @param article its title in the language's Wikipedia; empty when it has none
 */
record WikidataItem(
    String id,
    String type,
    String label,
    JsonNode aliases,
    JsonNode classes,
    String article,
    String language) {
  private static final String ENTITY = "http://www.wikidata.org/entity/";

  /** Null, and counted, when it is nothing that articles name. */
  @Nullable Entity entity(WikidataCounts counts) {
    if (!type.equals("item")) {
      counts.skip(WikidataCounts.Skip.NO_ITEM);
      return null;
    }
    List<String> ids = classIds();
    Optional<EntityType> found = WikidataClasses.type(ids);
    if (found.isEmpty()) {
      counts.skip(WikidataCounts.Skip.OTHER_CLASS);
      counts.otherClasses(ids);
      return null;
    }
    if (!WikidataNames.isName(label)) {
      counts.skip(WikidataCounts.Skip.NO_NAME);
      return null;
    }
    counts.read();
    return Entity.newBuilder()
        .setUri(ENTITY + id)
        .setName(label.strip())
        .setType(found.get())
        .setAliases(names(found.get()))
        .setSameAs(sameAs())
        .build();
  }

  private List<String> classIds() {
    List<String> ids = new ArrayList<>();
    for (JsonNode statement : classes) {
      String value = statement.at("/mainsnak/datavalue/value/id").asText();
      if (!value.isEmpty() && !statement.path("rank").asText().equals("deprecated")) {
        ids.add(value);
      }
    }
    return ids;
  }

  private List<Alias> names(EntityType entityType) {
    List<Alias> names = new ArrayList<>();
    String name = label.strip();
    if (WikidataNames.isWeakLabel(name)) {
      names.add(new Alias(name, AliasStrength.WEAK));
    }
    Set<String> others = new LinkedHashSet<>();
    aliases.forEach(alias -> others.add(alias.path("value").asText().strip()));
    others.remove(name);
    for (String other : others) {
      if (WikidataNames.isName(other)) {
        boolean weak = WikidataNames.isWeakAlias(other, entityType);
        names.add(new Alias(other, weak ? AliasStrength.WEAK : AliasStrength.STRONG));
      }
    }
    return names;
  }

  private List<String> sameAs() {
    return article.isEmpty() ? List.of(ENTITY + id) : List.of(ENTITY + id, wikipedia());
  }

  private String wikipedia() {
    String host = language.split("-")[0] + ".wikipedia.org";
    try {
      return new URI("https", host, "/wiki/" + article.replace(' ', '_'), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no host: " + host, e);
    }
  }
}
