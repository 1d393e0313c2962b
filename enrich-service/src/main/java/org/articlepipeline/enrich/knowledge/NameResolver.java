package org.articlepipeline.enrich.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entity a name means where several have it: the one that was named by a strong name
 * nearest before; if none was, nearest after.
 */
public final class NameResolver {
  private static final Comparator<KnownEntity> BY_URI = Comparator.comparing(KnownEntity::uri);

  /** Where each entity stands by a strong name, as positions in the article. */
  private final Map<KnownEntity, TreeSet<Integer>> strong = new HashMap<>();

  /** Entities that only a guess between several of one name put into the article. */
  private final Set<KnownEntity> guessed = new HashSet<>();

  private NameResolver() {}

  public static NameResolver nothing() {
    return new NameResolver();
  }

  /**
   * @param strongMatches all matches of strong names, in order
   */
  public static NameResolver of(List<NameMatch> strongMatches) {
    NameResolver resolver = new NameResolver();
    for (NameMatch match : strongMatches) {
      if (match.isUnambiguous()) {
        resolver.support(match.claimants().getFirst().entity(), match.position());
      }
    }
    for (NameMatch match : strongMatches) {
      if (!match.isUnambiguous()) {
        KnownEntity entity = resolver.resolve(match);
        if (!resolver.supports(entity)) {
          resolver.guessed.add(entity);
        }
        resolver.support(entity, match.position());
      }
    }
    return resolver;
  }

  /** Whether a strong name of the entity is in the article. */
  public boolean supports(KnownEntity entity) {
    return strong.containsKey(entity);
  }

  /** False when nothing in the article told the entity from others of the same name. */
  public boolean isCertain(KnownEntity entity) {
    return !guessed.contains(entity);
  }

  public KnownEntity resolve(NameMatch match) {
    List<KnownEntity> candidates =
        match.claimants().stream()
            .filter(name -> name.strong() || supports(name.entity()))
            .map(KnownName::entity)
            .distinct()
            .sorted(BY_URI)
            .toList();
    KnownEntity nearest = nearest(candidates, match.position());
    return nearest == null ? candidates.getFirst() : nearest;
  }

  private @Nullable KnownEntity nearest(List<KnownEntity> candidates, int position) {
    KnownEntity before = null;
    KnownEntity after = null;
    int last = -1;
    int next = Integer.MAX_VALUE;
    for (KnownEntity candidate : candidates) {
      TreeSet<Integer> positions = strong.get(candidate);
      if (positions == null) {
        continue;
      }
      Integer floor = positions.floor(position);
      Integer ceiling = positions.ceiling(position);
      if (floor != null && floor > last) {
        last = floor;
        before = candidate;
      }
      if (ceiling != null && ceiling < next) {
        next = ceiling;
        after = candidate;
      }
    }
    return before != null ? before : after;
  }

  private void support(KnownEntity entity, int position) {
    strong.computeIfAbsent(entity, e -> new TreeSet<>()).add(position);
  }
}
