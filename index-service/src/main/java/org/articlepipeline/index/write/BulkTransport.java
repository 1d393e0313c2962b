package org.articlepipeline.index.write;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends one bulk. */
interface BulkTransport {

  /** Never completes exceptionally: a failure is {@link BulkAnswer.Lost}. */
  CompletableFuture<BulkAnswer> send(List<Write> bulk);
}
