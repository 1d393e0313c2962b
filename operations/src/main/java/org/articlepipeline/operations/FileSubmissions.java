package org.articlepipeline.operations;

import java.util.List;
import org.articlepipeline.schemas.ArticleSubmission;

/**
 * What one file gives.
 *
 * @param articles one, or those of a feed
 * @param problems a sentence for each entry of a feed that can't be an article
 * @param notes about the file, for people
 */
record FileSubmissions(
    boolean isFeed, List<ArticleSubmission> articles, List<String> problems, List<String> notes) {

  static FileSubmissions of(ArticleSubmission article) {
    return new FileSubmissions(false, List.of(article), List.of(), List.of());
  }
}
