package org.articlepipeline.enrich.tagger;

import java.util.List;

/** The names of an article: for each text in order, none overlapping another. */
public record TaggedNames(List<TaggedName> headline, List<TaggedName> body) {

  public TaggedNames {
    headline = List.copyOf(headline);
    body = List.copyOf(body);
  }
}
