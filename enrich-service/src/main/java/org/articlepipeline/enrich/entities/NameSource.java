package org.articlepipeline.enrich.entities;

import java.util.List;
import org.articlepipeline.enrich.text.Analysis;

/** Finds names in an article. */
interface NameSource {

  /** In order, none over another; positions as in {@link ArticleText}. */
  List<NameMention> names(Analysis analysis);
}
