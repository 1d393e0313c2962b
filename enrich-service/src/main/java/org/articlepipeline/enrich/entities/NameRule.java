package org.articlepipeline.enrich.entities;

import java.util.List;

/** What follows for names from how they stand in the text. Rules have no state. */
interface NameRule {

  /**
   * @param names in order, none over another
   * @return the same with names added, joined or typed anew; in order, none over another
   */
  List<NameMention> apply(ArticleText text, List<NameMention> names);
}
