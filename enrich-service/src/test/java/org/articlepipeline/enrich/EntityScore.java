package org.articlepipeline.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlepipeline.enrich.GoldArticle.Gold;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EntityType;
import org.articlepipeline.schemas.NamedEntity;

/**
 * How well entities were found, counted by entity and article, not by mention. Found and gold
 * entities are paired one to one, as many as fit by type and by any common name: one that was found
 * in two halves is one too many, two that were found as one are one missing.
 *
 * <p>Grouping is the share of gold entities with several names for which one that was found has
 * them all. Salience is the share of the three that an article is most about, by gold (2 of 5 and
 * more), among the three most salient found ones of whatever type.
 */
final class EntityScore {
  private static final int TOP = 3;
  private static final int SALIENT = 2;
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE);

  private final Map<EntityType, Counts> counts = new EnumMap<>(EntityType.class);
  private final Share grouping = new Share();
  private final Share salience = new Share();
  private final List<String> errors = new ArrayList<>();

  EntityScore() {
    TYPES.forEach(type -> counts.put(type, new Counts()));
  }

  private record Found(EntityType type, Set<String> names, double salience) {}

  private static final class Share {
    private int hits;
    private int all;

    double value() {
      return all == 0 ? 0 : (double) hits / all;
    }
  }

  private static final class Counts {
    private int right;
    private int wrong;
    private int missing;

    double precision() {
      return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
      return right == 0 ? 0 : (double) right / (right + missing);
    }

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missing);
    }
  }

  EntityScore add(GoldArticle article, EnrichedArticle enriched) {
    List<Found> found = found(enriched);
    List<Gold> needed = article.entities().stream().filter(gold -> !gold.optional()).toList();
    int[] goldOf = Matching.largest(needed, found, (g, f) -> sameName(g, f) && g.accepts(f.type()));
    for (int j = 0; j < goldOf.length; j++) {
      Found one = found.get(j);
      if (goldOf[j] != Matching.NONE) {
        of(needed.get(goldOf[j]).type()).right++;
      } else if (article.entities().stream().noneMatch(g -> g.optional() && sameName(g, one))) {
        of(one.type()).wrong++;
        errors.add("wrong   %s %s %s".formatted(article.id(), one.type(), one.names()));
      }
    }
    Set<Integer> matched = Set.copyOf(IntStream.of(goldOf).boxed().distinct().toList());
    for (int i = 0; i < needed.size(); i++) {
      Gold gold = needed.get(i);
      if (!matched.contains(i)) {
        of(gold.type()).missing++;
        errors.add("missing %s %s %s".formatted(article.id(), gold.type(), gold.surfaces()));
      }
      addGroup(article.id(), gold, found);
    }
    addSalience(article, found);
    return this;
  }

  private void addGroup(String id, Gold gold, List<Found> found) {
    Set<String> surfaces = gold.surfaces();
    if (surfaces.size() > 1) {
      grouping.all++;
      if (found.stream().anyMatch(one -> one.names().containsAll(surfaces))) {
        grouping.hits++;
      } else {
        List<Set<String>> parts =
            found.stream()
                .map(Found::names)
                .filter(n -> !Collections.disjoint(n, surfaces))
                .toList();
        errors.add("split   %s %s found as %s".formatted(id, surfaces, parts));
      }
    }
  }

  private void addSalience(GoldArticle article, List<Found> found) {
    List<Gold> about = article.entities().stream().filter(g -> g.salience() >= SALIENT).toList();
    List<Found> top =
        found.stream()
            .sorted(Comparator.comparingDouble(Found::salience).reversed())
            .limit(TOP)
            .toList();
    int[] goldOf = Matching.largest(about, top, EntityScore::sameName);
    int hits = (int) Arrays.stream(goldOf).filter(i -> i != Matching.NONE).count();
    salience.all += Math.min(TOP, about.size());
    salience.hits += hits;
    if (hits < Math.min(TOP, about.size())) {
      errors.add("about   %s %s".formatted(article.id(), top.stream().map(Found::names).toList()));
    }
  }

  private static boolean sameName(Gold gold, Found found) {
    return !Collections.disjoint(gold.names(), found.names());
  }

  private static List<Found> found(EnrichedArticle article) {
    return Stream.of(
            found(EntityType.PERSON, article.getPeople()),
            found(EntityType.ORGANISATION, article.getOrganisations()),
            found(EntityType.PLACE, article.getPlaces()))
        .flatMap(entities -> entities)
        .toList();
  }

  private static Stream<Found> found(EntityType type, List<NamedEntity> entities) {
    return entities.stream()
        .map(
            entity -> {
              List<String> names = new ArrayList<>(entity.getAliases());
              names.add(entity.getName());
              return new Found(type, NameKey.of(names), entity.getSalience());
            });
  }

  double f1() {
    return all().f1();
  }

  double f1(EntityType type) {
    return of(type).f1();
  }

  double grouping() {
    return grouping.value();
  }

  double salience() {
    return salience.value();
  }

  private Counts of(EntityType type) {
    return Objects.requireNonNull(counts.get(type), type::name);
  }

  private Counts all() {
    Counts sum = new Counts();
    for (Counts one : counts.values()) {
      sum.right += one.right;
      sum.wrong += one.wrong;
      sum.missing += one.missing;
    }
    return sum;
  }

  /** The table, and each error. */
  String report() {
    StringBuilder text = new StringBuilder();
    counts.forEach((type, one) -> text.append(line(type.name(), one)));
    text.append(line("all", all()));
    text.append(
        "grouping     %.3f (%d of %d)%n".formatted(grouping(), grouping.hits, grouping.all));
    text.append(
        "salience     %.3f (%d of %d)%n".formatted(salience(), salience.hits, salience.all));
    errors.forEach(error -> text.append(error).append('\n'));
    return text.toString();
  }

  private static String line(String name, Counts one) {
    return "%-12s precision %.3f, recall %.3f, F1 %.3f (%d right, %d wrong, %d missing)%n"
        .formatted(
            name, one.precision(), one.recall(), one.f1(), one.right, one.wrong, one.missing);
  }
}
