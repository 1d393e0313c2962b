package org.articlepipeline.enrich.knowledge;

import java.util.List;
import org.articlepipeline.enrich.text.Span;

/**
 * A name of the knowledge base that stands in a text.
 *
 * @param position of its first token in the article, the headline's tokens before the body's
 * @param span where it stands in its text
 * @param claimants every name that is written so, strong or weak
 */
public record NameMatch(int position, boolean inHeadline, Span span, List<KnownName> claimants) {

  /** Whether nothing but one entity has this name. */
  boolean isUnambiguous() {
    KnownEntity first = claimants.getFirst().entity();
    return claimants.stream().allMatch(name -> name.entity().equals(first));
  }
}
