package org.articlepipeline.ingest.gateway;

import java.util.List;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/** Takes feeds apart; the gateway itself knows nothing of formats. */
@FunctionalInterface
public interface Feeds {

  /**
   * @param articles one for each entry that can be published; none when the document can't be read
   * @param problems a sentence for each entry that can't be, or for the document
   */
  record Entries(List<ArticleSubmission> articles, List<String> problems) {}

  /**
   * @param charset that HTTP says; null: the document does
   * @param url where the feed was read, if that is known
   */
  Entries read(String source, byte[] document, @Nullable String charset, @Nullable String url);
}
