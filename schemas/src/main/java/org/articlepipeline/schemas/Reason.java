package org.articlepipeline.schemas;

/**
 * Why a record was rejected. The name is the code in dead letters and receipts; codes may be added,
 * never renamed.
 */
public enum Reason {
  NOT_AVRO("The value is not Avro in Confluent's wire format, or its bytes are damaged."),
  UNKNOWN_SCHEMA("The registry does not know the schema id in the value."),
  WRONG_TYPE("The value is Avro of a schema that does not belong in this topic."),
  NULL_VALUE("The value is null; articles end with a pubStatus, not with a tombstone."),
  NULL_KEY("The record has no key; the key is the article's uri."),
  KEY_MISMATCH("The key is not the uri in the value."),
  WRONG_PARTITION(
      "The record is not in the partition that murmur2 of its key gives; set partitioner=murmur2_random."),
  MISSING_FIELD("A field that this kind of record needs is missing or empty."),
  INVALID_REVISION("The revision is not between 1 and 2^43-1."),
  INVALID_STATUS("The pubStatus is not one that a CMS may send."),
  INVALID_URI("The uri, or a url, is not a valid absolute URI or is too long."),
  INVALID_DATE("A date that cannot be: dates are milliseconds since 1970, in UTC."),
  INVALID_SOURCE("The source is too long: it is the short name of a CMS or site."),
  EMPTY_BODY("The body is empty or only white space."),
  BODY_TOO_LARGE("The body is over 5 MiB."),
  RECORD_TOO_LARGE("The record, as the next topic would hold it, is over 8 MiB."),
  UNKNOWN_CHARSET("The charset is not one that this system knows."),
  UNDECODABLE_BODY("The body's bytes are not text in its charset."),
  BAD_CONTENT_ENCODING("The contentEncoding is not known, or the body does not fit it."),
  UNSUPPORTED_FORMAT("The format is not known, or the body does not fit it."),
  REVISION_CONFLICT("This revision was accepted before with other content."),
  NO_TEXT("Nothing is left of the body after clean-up."),
  STEP_FAILED("A processing step failed on this record."),
  UNKNOWN_ARTICLE("An article was to be enriched again that was never accepted."),
  TOO_MANY_RUNS("This revision was enriched 2^20 times; a higher revision starts again."),
  INDEX_REJECTED("Elasticsearch refused the document.");

  private final String description;

  Reason(String description) {
    this.description = description;
  }

  /** The same as the name: what dead letters and receipts carry. */
  public String code() {
    return name();
  }

  /** One sentence for people; a {@link Rejection}'s message says more about its record. */
  public String description() {
    return description;
  }
}
