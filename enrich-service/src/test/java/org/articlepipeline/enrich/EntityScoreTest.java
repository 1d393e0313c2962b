package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.GoldArticle.Gold;
import org.articlepipeline.enrich.GoldArticle.Mention;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EntityType;
import org.articlepipeline.schemas.NamedEntity;
import org.junit.jupiter.api.Test;

class EntityScoreTest {
  private static final Gold ADA = gold(EntityType.PERSON, 5, "Ada Okoro", "Okoro");
  private static final Gold BEN = gold(EntityType.PERSON, 2, "Ben Okoro", "Okoro");
  private static final Gold MUSEUM =
      new Gold(EntityType.PLACE, Set.of(EntityType.ORGANISATION), null, 0, false, at("Museum"));

  @Test
  void allFoundIsAllOne() {
    EntityScore score =
        score(List.of(ADA, BEN), List.of(found("Ada Okoro", "Okoro"), found("Ben Okoro", "Okoro")));

    assertThat(score.f1()).isOne();
    assertThat(score.grouping()).isOne();
    assertThat(score.salience()).isOne();
  }

  @Test
  void spellingPossessiveAndTitleMakeNoDifference() {
    assertThat(NameKey.of("Dr. Ada OKORO’s")).isEqualTo(NameKey.of("Ada Okoro"));
    assertThat(NameKey.of("The U.S.")).isEqualTo("us");
    assertThat(NameKey.of("The")).isEqualTo("the");
  }

  @Test
  void anEntityInTwoHalvesIsOneTooMany() {
    EntityScore score = score(List.of(ADA), List.of(found("Ada Okoro"), found("Okoro")));

    assertThat(score.f1()).isEqualTo(2.0 / 3);
    assertThat(score.grouping()).isZero();
  }

  @Test
  void twoEntitiesInOneIsOneMissing() {
    EntityScore score = score(List.of(ADA, BEN), List.of(found("Ada Okoro", "Ben Okoro", "Okoro")));

    assertThat(score.f1()).isEqualTo(2.0 / 3);
    assertThat(score.salience()).isEqualTo(0.5);
  }

  @Test
  void asManyPairsAsPossibleAreMade() {
    // Okoro fits both; it must be left to the one whom nothing else fits.
    EntityScore score = score(List.of(ADA, BEN), List.of(found("Okoro"), found("Ada Okoro")));

    assertThat(score.f1()).isOne();
  }

  @Test
  void anotherTypeCountsOnlyWhereItIsAccepted() {
    assertThat(score(List.of(MUSEUM), List.of(), List.of(found("Museum"))).f1()).isOne();
    assertThat(score(List.of(ADA), List.of(), List.of(found("Okoro"))).f1()).isZero();
  }

  @Test
  void whatIsOptionalIsNeitherMissedNorWrong() {
    Gold optional = new Gold(EntityType.PLACE, null, null, 0, true, at("Lagos"));

    assertThat(score(List.of(ADA, optional), List.of(found("Ada Okoro"))).f1()).isOne();
    assertThat(score(List.of(ADA, optional), List.of(found("Ada Okoro"), found("Lagos"))).f1())
        .isOne();
  }

  private static Gold gold(EntityType type, int salience, String... surfaces) {
    return new Gold(type, null, null, salience, false, at(surfaces));
  }

  private static List<Mention> at(String... surfaces) {
    return Arrays.stream(surfaces).map(surface -> new Mention(0, 0, surface)).toList();
  }

  private static NamedEntity found(String name, String... aliases) {
    return NamedEntity.newBuilder().setName(name).setAliases(List.of(aliases)).build();
  }

  private static EntityScore score(List<Gold> gold, List<NamedEntity> people) {
    return score(gold, people, List.of());
  }

  private static EntityScore score(
      List<Gold> gold, List<NamedEntity> people, List<NamedEntity> organisations) {
    EnrichedArticle enriched =
        EnrichedArticle.newBuilder()
            .setUri("urn:test:1")
            .setRevision(1)
            .setSource("test")
            .setSubmittedAt(Samples.SUBMITTED)
            .setIngestedAt(Samples.INGESTED)
            .setPeople(people)
            .setOrganisations(organisations)
            .build();
    return new EntityScore().add(new GoldArticle("test", null, "", "", gold), enriched);
  }
}
