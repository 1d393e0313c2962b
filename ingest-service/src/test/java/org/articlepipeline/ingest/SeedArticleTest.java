package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.api.Test;

/**
 * The article by which the pipeline is judged, where it is at hand; it is not part of this
 * repository.
 */
class SeedArticleTest {

  @Test
  void theSeedArticleComesOutClean() throws IOException {
    Path seed = Path.of(System.getProperty("articles.home", ".."), "../shared/seed/article.txt");
    assumeTrue(Files.exists(seed), "no seed article here");

    Article article = Submissions.ingest(Files.readString(seed)).article();

    assertThat(article.getHeadline())
        .isEqualTo(
            "John Legend Talks Fractured Relationship With Kanye West Over Presidential Run: ‘We Really Haven’t Been Close Since Then’");
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2022-08-05T17:53:29Z"));
    assertThat(article.getSections()).containsExactly("News");
    assertThat(article.getBody())
        .startsWith("Kanye West’s 2020 presidential run was divisive.")
        .endsWith("philanthropically.”")
        .doesNotContain("Share This Story", "Go to Top", "|News|", "\n\n\n");
    assertThat(requireNonNull(article.getBody()).split("\n\n")).hasSize(13);
    assertThat(article.getRemovals())
        .extracting(Removal::getRule)
        .containsExactly("share-bar", "navigation", "metadata-line");
  }
}
