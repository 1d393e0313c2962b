package org.articlepipeline.enrich.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.articlepipeline.schemas.EntityType;

/** What type an instance of a class of Wikidata has, by {@code wikidata-classes.tsv}. */
final class WikidataClasses {
  private static final Map<String, EntityType> TYPES = load();

  private WikidataClasses() {}

  /** The type of an instance of these: the first that is known, a person's before all. */
  static Optional<EntityType> type(Collection<String> classes) {
    if (classes.stream().anyMatch(c -> TYPES.get(c) == EntityType.PERSON)) {
      return Optional.of(EntityType.PERSON);
    }
    return classes.stream().map(TYPES::get).filter(Objects::nonNull).findFirst();
  }

  private static Map<String, EntityType> load() {
    try (InputStream in = WikidataClasses.class.getResourceAsStream("/wikidata-classes.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> EntityType.valueOf(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
