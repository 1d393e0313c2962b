package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.articlepipeline.enrich.GoldArticle.Gold;
import org.articlepipeline.enrich.GoldArticle.Mention;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * What the default recognizer and the starter set find in texts that a person has judged. The gold
 * set was written for this test, judged before it was scored, and nothing may be tuned to its
 * cases; its stories are invented, also where they name real people.
 *
 * <p>The whole report is in {@code target/entity-quality}, also when all is well.
 */
class EntityQualityTest {
  private static final Path DEVELOPMENT =
      Path.of(System.getProperty("articles.home", ".."), "../shared/eval/entities-dev.jsonl");

  private final Enrichment enrichment = Enrichment.of(KnowledgeBase.of(StarterSet.entities()));

  /** The least that is good enough, each 0 to 1. */
  private record Floor(double f1, double organisations, double grouping, double salience) {

    List<String> missedBy(EntityScore score) {
      List<String> missed = new ArrayList<>();
      compare("F1", score.f1(), f1, missed);
      compare("F1 of organisations", score.f1(EntityType.ORGANISATION), organisations, missed);
      compare("grouping", score.grouping(), grouping, missed);
      compare("salience", score.salience(), salience, missed);
      return missed;
    }

    private static void compare(String what, double is, double least, List<String> missed) {
      if (is < least) {
        missed.add("%s %.3f < %.3f".formatted(what, is, least));
      }
    }
  }

  @Test
  void findsWhatTheGoldSetNames() throws IOException {
    assertReached(new Floor(0.865, 0.815, 0.83, 0.79), "gold", gold());
  }

  @Test
  @EnabledIf("isDevelopmentSetThere")
  void findsWhatTheDevelopmentSetNames() throws IOException {
    List<GoldArticle> articles = GoldArticle.read(Files.newInputStream(DEVELOPMENT));

    assertReached(new Floor(0.835, 0.67, 0.71, 0.75), "development", articles);
  }

  static boolean isDevelopmentSetThere() {
    return Files.exists(DEVELOPMENT);
  }

  @Test
  void mentionsOfTheGoldSetStandInItsTexts() throws IOException {
    for (GoldArticle article : gold()) {
      assertThat(article.text()).startsWith(article.headline());
      for (Gold entity : article.entities()) {
        assertThat(entity.mentions()).as(article.id()).isNotEmpty();
        for (Mention mention : entity.mentions()) {
          assertThat(article.text().substring(mention.start(), mention.end()))
              .as(article.id())
              .isEqualTo(mention.surface());
        }
      }
    }
  }

  private static List<GoldArticle> gold() throws IOException {
    return GoldArticle.read(
        Objects.requireNonNull(EntityQualityTest.class.getResourceAsStream("entities/gold.jsonl")));
  }

  private void assertReached(Floor floor, String name, List<GoldArticle> articles)
      throws IOException {
    EntityScore score = new EntityScore();
    articles.forEach(article -> score.add(article, enrichment.enrich(article.article(), 0)));
    Path reports = Files.createDirectories(Path.of("target/entity-quality"));
    Files.writeString(reports.resolve(name + ".txt"), score.report());

    assertThat(floor.missedBy(score)).as("%s", score.report()).isEmpty();
  }
}
