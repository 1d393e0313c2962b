package org.articlepipeline.enrich.stories;

import java.util.Objects;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/** Makes what {@link Stories} decides by. */
public final class Signatures {
  private static final String CANARY = "_canary";

  /** Longer ones name nothing that could be found again. */
  private static final int MAX_URL_LENGTH = 2048;

  private Signatures() {}

  /**
   * @param article as it is published
   * @param body null when it may not be seen
   * @return null for the operators' own articles, which belong to no story
   */
  public static @Nullable ArticleSignature of(
      EnrichedArticle article, @Nullable AnalysedText body) {
    if (article.getSource().equals(CANARY)) {
      return null;
    }
    ArticleSignature.Builder signature =
        ArticleSignature.newBuilder()
            .setUri(article.getUri())
            .setRevision(article.getRevision())
            .setIngestedAt(article.getIngestedAt())
            .setClusterUri(Objects.requireNonNullElse(article.getClusterUri(), article.getUri()));
    if (body == null) {
      return signature.build();
    }
    MinHash minHash = MinHash.of(body.tokens());
    return signature
        .setVisible(true)
        .setDatePublished(article.getDatePublished())
        .setUrl(address(article.getUrl()))
        .setCanonicalUrl(address(article.getCanonicalUrl()))
        .setMinHash(minHash == null ? null : minHash.bytes())
        .setClusterHead(article.getClusterHead())
        .setDuplicateOf(article.getDuplicateOf())
        .build();
  }

  private static @Nullable String address(@Nullable String url) {
    return url == null || url.length() > MAX_URL_LENGTH ? null : url;
  }
}
