package org.articlepipeline.index.write;

/**
 * What bounds the writer's memory and its load on Elasticsearch.
 *
 * @param bytes of documents in one bulk; a larger document travels alone
 * @param count of documents in one bulk
 * @param inFlight bulks that wait for an answer
 * @param heldBytes of documents and their records, waiting or in flight, above which nothing new is
 *     taken
 */
public record BulkLimits(long bytes, int count, int inFlight, long heldBytes) {

  /** Documents, waiting or in flight, above which nothing new is taken. */
  int heldCount() {
    return count * (inFlight + 1);
  }
}
