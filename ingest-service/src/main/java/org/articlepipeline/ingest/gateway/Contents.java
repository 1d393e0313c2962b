package org.articlepipeline.ingest.gateway;

import java.util.List;
import org.articlepipeline.schemas.ArticleSubmission;

/**
 * What a body holds.
 *
 * @param isList whether it is of a kind that may hold several; then what can be published is, and
 *     the answer says what can't
 * @param problems a sentence for each article that can't be published
 */
record Contents(List<ArticleSubmission.Builder> articles, boolean isList, List<String> problems) {

  static Contents of(ArticleSubmission.Builder article) {
    return new Contents(List.of(article), false, List.of());
  }
}
