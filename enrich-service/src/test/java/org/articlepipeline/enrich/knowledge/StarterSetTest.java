package org.articlepipeline.enrich.knowledge;

import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.entity;
import static org.articlepipeline.enrich.Samples.person;
import static org.articlepipeline.enrich.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterSetTest {
  /** Nobody lives there. */
  private static final Set<String> LEFT_OUT = Set.of("BV", "HM", "TF", "UM");

  private static final List<Entity> STARTER = StarterSet.entities();

  @Test
  void itsUrisAreItsOwn() {
    assertThat(STARTER).extracting(Entity::getUri).doesNotHaveDuplicates();
    assertThat(STARTER).allMatch(entity -> StarterSet.has(entity.getUri()));
  }

  @Test
  void itsItemsOfWikidataAreEachOfOneEntity() {
    List<String> items = STARTER.stream().flatMap(e -> e.getSameAs().stream()).toList();
    assertThat(items)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(item -> item.matches("https://www\\.wikidata\\.org/wiki/Q[1-9][0-9]*"));
  }

  /** The JDK has CLDR's names, perhaps of another version: those that were renamed may differ. */
  @Test
  void itHasEveryCountryUnderItsNameInCldr() {
    List<String> missing =
        Arrays.stream(Locale.getISOCountries())
            .filter(code -> !LEFT_OUT.contains(code))
            .filter(code -> !names("country:" + code.toLowerCase(Locale.ROOT)).contains(cldr(code)))
            .toList();

    assertThat(missing).hasSizeLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She flew from Paris to Lagos, then to the Netherlands.",
        "The U.S. and the UK spoke to Georgia.",
        "NATO met in Brussels with the European Union.",
        "The FBI and NASA told Reuters and the New York Times.",
      })
  void placesAndOrganisationsAreNamed(String text) {
    assertThat(found(text, List.of())).hasSizeGreaterThan(2).noneMatch(KnownEntity::ignored);
  }

  @Test
  void nationalitiesAndLanguagesAreTakenAndIgnored() {
    assertThat(found("The French and two Nigerians spoke Hebrew.", List.of()))
        .hasSize(3)
        .allMatch(KnownEntity::ignored);
  }

  @Test
  void whatIsAlsoTheNameOfAPersonIsNotTakenForAPlace() {
    assertThat(found("Chad and Jordan met Victoria, Sofia and Houston.", List.of())).isEmpty();
    assertThat(uris("Washington, D.C. slept. Washington is like that.", List.of()))
        .containsExactly(
            "urn:articles:starter:capital:washington-dc",
            "urn:articles:starter:capital:washington-dc");
  }

  @Test
  void theNewsroomsOwnEntityGoesFirst() {
    Entity own = place("newsroom:paris", "Paris");

    assertThat(uris("He left Paris.", List.of(own))).containsExactly("newsroom:paris");
  }

  @Test
  void anEntityThatTheNewsroomHasIsSilentUnderItsOtherNames() {
    Entity own = place("newsroom:us", "United States");

    assertThat(uris("The U.S. is large.", List.of(own))).isEmpty();
    assertThat(uris("The U.S. is large.", List.of(person("newsroom:p", "United States"))))
        .containsExactly("urn:articles:starter:country:us");
  }

  @Test
  void theNewsroomCanSilenceAnEntity() {
    Entity own = entity("newsroom:lima", "Lima", EntityType.PLACE).setIgnored(true).build();

    assertThat(found("He left Lima.", List.of(own))).singleElement().matches(KnownEntity::ignored);
  }

  private static Set<String> names(String uri) {
    return STARTER.stream()
        .filter(entity -> entity.getUri().equals(StarterSet.URI_PREFIX + uri))
        .flatMap(
            entity -> {
              List<String> names = new ArrayList<>(List.of(entity.getName()));
              entity.getAliases().stream().map(Alias::getName).forEach(names::add);
              return names.stream();
            })
        .collect(Collectors.toSet());
  }

  private static String cldr(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  private static List<String> uris(String text, List<Entity> own) {
    return found(text, own).stream().map(KnownEntity::uri).toList();
  }

  private static List<KnownEntity> found(String text, List<Entity> own) {
    // The newsroom's come first, as those that could be overridden.
    KnowledgeBase base = KnowledgeBase.of(own);
    STARTER.forEach(base::put);
    AnalysedText body = Analysis.of(article("Headline", text)).body();
    return base.read(
        index -> {
          NameScanner scanner = new NameScanner(index, body, false, 0);
          NameResolver resolver = NameResolver.of(scanner.scan(entity -> false));
          return scanner.scan(resolver::supports).stream().map(resolver::resolve).toList();
        });
  }
}
