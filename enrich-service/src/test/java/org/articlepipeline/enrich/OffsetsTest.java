package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.articlepipeline.enrich.entities.CombinedRecognizer;
import org.articlepipeline.enrich.entities.EntitiesStep;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;
import org.junit.jupiter.api.Test;

/** Whatever the text: a mention's offsets give its surface, and no two mentions overlap. */
class OffsetsTest {
  private static final List<String> PIECES =
      List.of(
          "Kanye West",
          "West",
          "Ye",
          "John Legend",
          "Legend",
          "U.S.",
          "the United States",
          "New York",
          "New",
          "York",
          "McDonald's",
          "Roe v. Wade",
          "‘s",
          "’s",
          "'s",
          " ",
          " ",
          " ",
          "\n",
          "\n\n",
          ". ",
          "“",
          "”",
          "-",
          "—",
          "é",
          "e\u0301",
          "人",
          "\uD83D\uDE00",
          "\u00ad",
          "\u00a0",
          "\u200b",
          "said",
          "THE",
          "No. 45",
          "(",
          ")",
          "President ",
          "Alan Brook",
          "Brook",
          "Image: ",
          "known as ",
          "University of ",
          "Washington, D.C.");

  @Test
  void offsetsGiveTheSurface() {
    Enrichment enrichment =
        new Enrichment(
            List.of(
                new EntitiesStep(
                    new CombinedRecognizer(
                        KnowledgeBase.of(EntityJsonLines.sample()), NameTagger.load()))),
            new SimpleMeterRegistry());
    Random random = new Random(11);
    int mentions = 0;
    for (int round = 0; round < 3_000; round++) {
      StringBuilder body = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        body.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      mentions += check(enrichment.enrich(article("Kanye West", body.toString()), 0));
    }
    assertThat(mentions).isGreaterThan(3_000);
  }

  private static int check(EnrichedArticle article) {
    String body = String.valueOf(article.getBody());
    List<Mention> mentions =
        Stream.of(
                article.getPeople(),
                article.getOrganisations(),
                article.getPlaces(),
                article.getOthers())
            .flatMap(List::stream)
            .map(NamedEntity::getMentions)
            .flatMap(List::stream)
            .sorted((a, b) -> Integer.compare(a.getStart(), b.getStart()))
            .toList();
    int last = 0;
    for (Mention mention : mentions) {
      assertThat(body.substring(mention.getStart(), mention.getEnd()))
          .isEqualTo(mention.getSurface());
      assertThat(mention.getStart()).as(body).isGreaterThanOrEqualTo(last);
      assertThat(mention.getSurface()).isEqualTo(mention.getSurface().strip()).isNotEmpty();
      last = mention.getEnd();
    }
    return mentions.size();
  }
}
