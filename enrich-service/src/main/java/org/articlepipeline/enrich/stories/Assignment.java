package org.articlepipeline.enrich.stories;

import org.articlepipeline.schemas.ArticleSignature;
import org.jspecify.annotations.Nullable;

/**
 * Where an article belongs.
 *
 * @param clusterUri names the story
 * @param clusterHead whether this article stands for it
 * @param duplicateOf uri of the article that this one repeats
 */
public record Assignment(String clusterUri, boolean clusterHead, @Nullable String duplicateOf) {

  static Assignment alone(String uri) {
    return new Assignment(uri, true, null);
  }

  /** What the article was published with. */
  static Assignment published(ArticleSignature article) {
    return new Assignment(
        article.getClusterUri(), article.getClusterHead(), article.getDuplicateOf());
  }
}
