package org.articlepipeline.enrich.entities;

import java.util.List;
import org.articlepipeline.enrich.text.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * Finds who and what an article names. Implementations are shared by threads and give the same
 * answer for the same article and knowledge.
 */
public interface EntityRecognizer {

  /**
   * Each real-world thing once, with all its mentions, in order of first appearance. No two
   * mentions overlap.
   *
   * @param language as BCP 47, {@code und} when unsure, null when nobody looked
   */
  List<RecognizedEntity> recognize(Analysis analysis, @Nullable String language);
}
