package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The canonical article, where it is at hand, with the sample knowledge base. */
@EnabledIf("isThere")
class SeedTest {
  private static final Path SEED =
      Path.of(System.getProperty("articles.home", ".."), "../shared/seed/article.txt");

  static boolean isThere() {
    return Files.exists(SEED);
  }

  @Test
  void namesAreGroupedAndRanked() throws IOException {
    String text = Files.readString(SEED);
    int lead = text.indexOf("Kanye West‘s 2020");
    EnrichedArticle found =
        Enrichment.of(KnowledgeBase.of(EntityJsonLines.sample()))
            .enrich(
                Samples.article(
                    text.substring(0, text.indexOf('\n')),
                    text.substring(lead, text.indexOf("Share This Story")).strip()),
                0);

    assertThat(found.getLanguage()).isEqualTo("en");
    assertThat(names(found.getPeople()).subList(0, 2))
        .containsExactlyInAnyOrder("John Legend", "Kanye West");
    assertThat(names(found.getPeople()))
        .contains("David Axelrod", "Chrissy Teigen", "Barack Obama", "Donald Trump");
    assertThat(aliases(found.getPeople(), "Kanye West"))
        .contains("Kanye West", "Ye", "West", "Kanye");
    assertThat(aliases(found.getPeople(), "John Legend")).contains("John Legend", "Legend");
    assertThat(aliases(found.getPeople(), "David Axelrod")).contains("David Axelrod", "Axelrod");
    assertThat(aliases(found.getPeople(), "Donald Trump")).contains("Trump", "No. 45");
    assertThat(names(found.getOrganisations())).contains("CNN", "Good Music", "Columbia Records");
    assertThat(aliases(found.getOrganisations(), "Supreme Court of the United States"))
        .contains("Supreme Court");
    assertThat(aliases(found.getPlaces(), "New York City")).contains("New York");
    assertThat(names(found.getOthers())).contains("Roe v. Wade");
  }

  @Test
  void quotesHaveTheirSpeakers() throws IOException {
    String text = Files.readString(SEED);
    int lead = text.indexOf("Kanye West‘s 2020");
    EnrichedArticle found =
        Enrichment.of(KnowledgeBase.of(EntityJsonLines.sample()))
            .enrich(
                Samples.article(
                    text.substring(0, text.indexOf('\n')),
                    text.substring(lead, text.indexOf("Share This Story")).strip()),
                0);

    assertThat(found.getQuotes()).hasSizeGreaterThan(12);
    assertThat(found.getQuotes())
        .filteredOn(quote -> quote.getSpeaker() != null)
        .hasSizeGreaterThan(12)
        .allMatch(quote -> "John Legend".equals(quote.getSpeaker()));
    assertThat(found.getSummary()).hasSizeBetween(100, 400);
    assertThat(found.getKeyPhrases()).hasSizeBetween(3, 10);
    assertThat(found.getReadability()).isBetween(40.0, 80.0);
  }

  private static List<String> names(List<NamedEntity> entities) {
    return entities.stream().map(NamedEntity::getName).toList();
  }

  private static List<String> aliases(List<NamedEntity> entities, String name) {
    return entities.stream()
        .filter(e -> e.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getAliases();
  }
}
