package org.articlepipeline.enrich.tagger;

/** What a name is the name of. Their order is part of the model's format. */
public enum NameType {
  PERSON,
  ORGANISATION,
  PLACE
}
