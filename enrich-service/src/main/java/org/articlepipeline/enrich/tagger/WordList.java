package org.articlepipeline.enrich.tagger;

/** Kinds of words and names that are listed. Their order is part of the model's format. */
public enum WordList {
  GIVEN_NAME,
  SURNAME,
  CITY,
  REGION,
  COUNTRY,
  /** Stands before a person's name, with a capital: {@code Mr}, {@code President}. */
  TITLE,
  /** What people are: {@code spokesman}, {@code actor}. */
  ROLE,
  /** What people do in news: {@code said}, {@code tweeted}. */
  SPEECH,
  /** In names of organisations: {@code University}, {@code Inc}. */
  ORGANISATION_HEAD,
  /** In names of places: {@code River}, {@code Street}. */
  PLACE_HEAD,
  /** Stands before places: {@code in}, {@code near}. */
  PREPOSITION,
  /** Months and days. */
  TIME,
  /** Peoples and languages: {@code French}. */
  DEMONYM,
  /** May stand small inside a name: {@code of}, {@code van}. */
  LINK,
  /** Small at the start of a person's name: {@code al}, {@code von}. */
  PARTICLE;

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int lists) {
    return (lists & bit()) != 0;
  }
}
