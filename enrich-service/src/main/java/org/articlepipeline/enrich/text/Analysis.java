package org.articlepipeline.enrich.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.articlepipeline.schemas.Article;

/**
 * An article with its texts cut into tokens: what every step reads, and none changes. Results of
 * earlier steps are in the builder that a step is given. For one thread.
 */
public final class Analysis {
  private final Article article;
  private final AnalysedText headline;
  private final AnalysedText body;
  private final Map<Class<?>, Object> shared = new HashMap<>();

  private Analysis(Article article, AnalysedText headline, AnalysedText body) {
    this.article = article;
    this.headline = headline;
    this.body = body;
  }

  public static Analysis of(Article article) {
    return new Analysis(
        article,
        AnalysedText.of(Objects.requireNonNullElse(article.getHeadline(), "")),
        AnalysedText.of(Objects.requireNonNullElse(article.getBody(), "")));
  }

  public Article article() {
    return article;
  }

  public AnalysedText headline() {
    return headline;
  }

  public AnalysedText body() {
    return body;
  }

  /** What several steps make of the body, and none changes: made when the first one asks. */
  public <T> T shared(Class<T> type, Function<AnalysedText, T> make) {
    Object known = shared.get(type);
    if (known == null) {
      known = make.apply(body);
      shared.put(type, known);
    }
    return type.cast(known);
  }
}
