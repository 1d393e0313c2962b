package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;

/** Publishes who and what the article names, by type, the most salient first. */
public final class EntitiesStep implements EnrichmentStep {
  private static final Comparator<NamedEntity> BY_SALIENCE =
      Comparator.comparingDouble(NamedEntity::getSalience).reversed();

  /** Wikidata has dozens for some: each article that names them would carry all. */
  static final int MOST_ALTERNATE_NAMES = 20;

  private final EntityRecognizer recognizer;

  public EntitiesStep(EntityRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  @Override
  public String name() {
    return "entities";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    List<RecognizedEntity> entities =
        recognizer.recognize(analysis, result.getLanguage()).stream()
            .filter(RecognizedEntity::isPublished)
            .toList();
    Salience salience = Salience.in(analysis, entities);
    List<NamedEntity> people = new ArrayList<>();
    List<NamedEntity> organisations = new ArrayList<>();
    List<NamedEntity> places = new ArrayList<>();
    List<NamedEntity> others = new ArrayList<>();
    for (RecognizedEntity entity : entities) {
      (switch (entity.type()) {
            case PERSON -> people;
            case ORGANISATION -> organisations;
            case PLACE -> places;
            case OTHER, UNKNOWN -> others;
          })
          .add(publish(entity, analysis, salience.of(entity)));
    }
    // Sorting is stable: equals stay in order of appearance.
    Stream.of(people, organisations, places, others).forEach(list -> list.sort(BY_SALIENCE));
    result.setPeople(people).setOrganisations(organisations).setPlaces(places).setOthers(others);
  }

  private static NamedEntity publish(RecognizedEntity entity, Analysis analysis, double salience) {
    String headline = analysis.headline().text();
    String body = analysis.body().text();
    List<Mention> mentions =
        entity.inBody().stream()
            .map(span -> new Mention(span.start(), span.end(), span.of(body)))
            .toList();
    List<String> aliases =
        Stream.concat(
                entity.inHeadline().stream().map(span -> span.of(headline)),
                mentions.stream().map(Mention::getSurface))
            // A line may end inside a name.
            .map(surface -> surface.replaceAll("\\s+", " "))
            .distinct()
            .toList();
    return NamedEntity.newBuilder()
        .setName(entity.name())
        .setUri(entity.uri())
        .setSameAs(entity.sameAs())
        .setAliases(aliases)
        .setAlternateNames(alternateNames(entity, aliases))
        .setSalience(salience)
        .setConfidence(entity.confidence())
        .setEvidence(entity.evidence().text())
        .setMentions(mentions)
        .build();
  }

  /** What the article does not say itself, so that it is found by that, too. */
  private static List<String> alternateNames(RecognizedEntity entity, List<String> aliases) {
    return entity.knownAs().stream()
        .filter(name -> !name.equals(entity.name()) && !aliases.contains(name))
        .limit(MOST_ALTERNATE_NAMES)
        .toList();
  }
}
