package org.articlepipeline.enrich.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;

/**
 * An entity of the knowledge base. There may be a million, so each is one array, in which its
 * strings are read when somebody asks: type, whether ignored, uri, name, then each name by which it
 * is found behind a byte for its strength, then sameAs.
 */
public final class KnownEntity {
  private static final EntityType[] TYPES = EntityType.values();
  private static final int IGNORED = 1;
  private static final int STARTER = 2;
  private static final int URI = 2;

  private final byte[] packed;
  private final int hash;

  private KnownEntity(byte[] packed, int hash) {
    this.packed = packed;
    this.hash = hash;
  }

  static KnownEntity of(Entity entity) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(entity.getType().ordinal());
    out.write(
        (entity.getIgnored() ? IGNORED : 0) | (StarterSet.has(entity.getUri()) ? STARTER : 0));
    PackedStrings.append(entity.getUri(), out);
    PackedStrings.append(entity.getName(), out);
    phrases(entity)
        .forEach(
            (phrase, strong) -> {
              out.write(strong ? KnownName.STRONG : KnownName.WEAK);
              PackedStrings.append(phrase, out);
            });
    out.write(KnownName.NO_MORE);
    entity.getSameAs().forEach(uri -> PackedStrings.append(uri, out));
    return new KnownEntity(out.toByteArray(), hash(entity.getUri()));
  }

  /** The hash of the entity with this uri. */
  static int hash(String uri) {
    return NameHash.next(NameHash.NONE, uri);
  }

  public String uri() {
    return PackedStrings.at(packed, URI);
  }

  public String name() {
    return PackedStrings.at(packed, PackedStrings.next(packed, URI));
  }

  public EntityType type() {
    return TYPES[packed[0]];
  }

  public List<String> sameAs() {
    List<String> uris = new ArrayList<>();
    int at = firstName();
    while (packed[at] != KnownName.NO_MORE) {
      at = afterName(at);
    }
    for (at++; at < packed.length; at = PackedStrings.next(packed, at)) {
      uris.add(PackedStrings.at(packed, at));
    }
    return List.copyOf(uris);
  }

  /** Whether its names are taken from all others, and it is never published. */
  public boolean ignored() {
    return (packed[1] & IGNORED) != 0;
  }

  /** Whether it came with the product, so that a newsroom's own go before it. */
  boolean isStarter() {
    return (packed[1] & STARTER) != 0;
  }

  List<KnownName> names() {
    List<KnownName> names = new ArrayList<>();
    for (int at = firstName(); packed[at] != KnownName.NO_MORE; at = afterName(at)) {
      names.add(new KnownName(this, at));
    }
    return names;
  }

  /** The names that stand for it by themselves, each as its tokens, separated by spaces. */
  public List<String> strongNames() {
    return names().stream().filter(KnownName::strong).map(KnownName::phrase).toList();
  }

  byte[] packed() {
    return packed;
  }

  boolean hasUri(String uri) {
    return PackedStrings.isAt(packed, URI, uri.getBytes(UTF_8));
  }

  private int firstName() {
    return PackedStrings.next(packed, PackedStrings.next(packed, URI));
  }

  private int afterName(int at) {
    return PackedStrings.next(packed, at + 1);
  }

  /** Whether strong, by phrase. The name is, unless it is listed again as a weak alias. */
  private static Map<String, Boolean> phrases(Entity entity) {
    Map<String, Boolean> strong = new LinkedHashMap<>();
    String name = phrase(entity.getName());
    strong.put(name, true);
    boolean nameIsListed = false;
    for (Alias alias : entity.getAliases()) {
      String phrase = phrase(alias.getName());
      // A strength that this reader does not know is taken as the careful one.
      boolean isStrong = alias.getStrength() == AliasStrength.STRONG;
      if (phrase.equals(name) && !nameIsListed) {
        nameIsListed = true;
        strong.put(name, isStrong);
      } else {
        strong.merge(phrase, isStrong, Boolean::logicalOr);
      }
    }
    strong.remove("");
    return strong;
  }

  private static String phrase(String name) {
    return NameIndex.phrase(Tokenizer.tokenize(name));
  }

  /** Entities are the same by uri. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof KnownEntity that && hash == that.hash && uri().equals(that.uri()));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return uri() + " (" + name() + ")";
  }
}
