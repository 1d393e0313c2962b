package org.articlepipeline.index.write;

import java.util.List;

/** How a bulk request ended. */
sealed interface BulkAnswer {

  /** One answer for each document, in the order of the request. */
  record Items(List<Item> items) implements BulkAnswer {}

  /** The request as a whole was refused. */
  record Refused(int status, String reason) implements BulkAnswer {}

  /** No answer, or none that can be read: what happened to the documents is unknown. */
  record Lost(String reason) implements BulkAnswer {}

  /**
   * @param reason empty when all is well
   */
  record Item(int status, String reason) {}
}
