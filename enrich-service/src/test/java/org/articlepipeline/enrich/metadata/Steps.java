package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.articlepipeline.enrich.Samples;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;
import org.jspecify.annotations.Nullable;

/** Runs one step on a text, as if the earlier ones had found what a test says. */
final class Steps {
  private final String headline;
  private final String body;
  private final EnrichedArticle.Builder result;

  private Steps(@Nullable String language, String headline, String body) {
    this.headline = headline;
    this.body = body;
    this.result =
        EnrichedArticle.newBuilder()
            .setLanguage(language)
            .setSections(new ArrayList<>())
            .setKeywords(new ArrayList<>())
            .setKeyPhrases(new ArrayList<>())
            .setPeople(new ArrayList<>())
            .setOrganisations(new ArrayList<>())
            .setPlaces(new ArrayList<>())
            .setOthers(new ArrayList<>());
  }

  static Steps english(String headline, String body) {
    return new Steps("en", headline, body);
  }

  static Steps in(@Nullable String language, String headline, String body) {
    return new Steps(language, headline, body);
  }

  /** People, each by the names that the body has for them, the first being the canonical one. */
  Steps people(String... people) {
    result.setPeople(entities(people));
    return this;
  }

  Steps organisations(String... organisations) {
    result.setOrganisations(entities(organisations));
    return this;
  }

  Steps sections(String... sections) {
    result.setSections(List.of(sections));
    return this;
  }

  EnrichedArticle.Builder run(EnrichmentStep step) {
    Article article = Samples.article("urn:test:1", 1).setHeadline(headline).setBody(body).build();
    step.apply(Analysis.of(article), result);
    return result;
  }

  private List<NamedEntity> entities(String... entities) {
    List<NamedEntity> all = new ArrayList<>();
    for (String entity : entities) {
      String[] names = entity.split("/");
      List<Mention> mentions = new ArrayList<>();
      boolean[] taken = new boolean[body.length()];
      for (String name : names) {
        for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
          if (!taken[at]) {
            Arrays.fill(taken, at, at + name.length(), true);
            mentions.add(new Mention(at, at + name.length(), name));
          }
        }
      }
      mentions.sort((a, b) -> Integer.compare(a.getStart(), b.getStart()));
      all.add(
          NamedEntity.newBuilder()
              .setName(names[0])
              .setSalience(0.5)
              .setMentions(mentions)
              .build());
    }
    return all;
  }
}
