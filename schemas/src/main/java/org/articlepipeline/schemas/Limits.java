package org.articlepipeline.schemas;

/** Sizes and ranges that every stage keeps to. Sizes are in bytes. */
public final class Limits {

  private static final int MIB = 1024 * 1024;

  /** A submission's body, after its content encoding was undone. */
  public static final int MAX_BODY_BYTES = 5 * MIB;

  /**
   * A record in any topic or changelog but the dead letters: key, value, headers and Kafka's
   * framing.
   */
  public static final int MAX_RECORD_BYTES = 8 * MIB;

  /** A dead letter holds a whole record of the largest size and says what was wrong with it. */
  public static final int MAX_DEAD_LETTER_BYTES = 10 * MIB;

  /** Left in each record beside its value, for key, headers and framing. */
  static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  /** A uri in UTF-8: Elasticsearch takes no longer document id. */
  public static final int MAX_URI_BYTES = 512;

  /** Revisions start at 1; epoch milliseconds fit. */
  public static final long MAX_REVISION = (1L << 43) - 1;

  /** Enrichment runs start at 0; the index's external version is revision * 2^20 + run. */
  public static final int MAX_RUN = (1 << 20) - 1;

  private Limits() {}

  /** The largest value that the serializer lets through to a topic. */
  static int maxValueBytes(String topic) {
    int record =
        topic.equals(Topics.DEAD_LETTERS.name()) ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES;
    return record - RECORD_OVERHEAD_BYTES;
  }
}
