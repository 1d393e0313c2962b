package org.articlepipeline.enrich.text;

import java.util.Objects;
import org.articlepipeline.schemas.Article;

/**
 * An article with its texts cut into tokens: what every step reads, and none changes. Results of
 * earlier steps are in the builder that a step is given.
 */
public record Analysis(Article article, AnalysedText headline, AnalysedText body) {

  public static Analysis of(Article article) {
    return new Analysis(
        article,
        AnalysedText.of(Objects.requireNonNullElse(article.getHeadline(), "")),
        AnalysedText.of(Objects.requireNonNullElse(article.getBody(), "")));
  }
}
