package org.articlepipeline.index.write;

import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.schemas.SourceRecord;

/** Turns the records of one pipeline into writes. Used by the pipeline's thread. */
public interface Intake {

  /**
   * Starts what the record asks for; {@code ticket} is settled when all of it is done and
   * acknowledged, now or later.
   *
   * @throws org.articlepipeline.schemas.RegistryUnavailableException when the registry can't be
   *     asked; the record will be offered again
   * @throws ElasticsearchException when Elasticsearch is needed for it and can't be asked; the
   *     record will be offered again
   */
  void accept(SourceRecord record, OffsetTracker.Ticket ticket);

  /**
   * Called once in a while, also when nothing comes.
   *
   * @param leads whether this member has the first partition: of all members one has it, and does
   *     what need not be done by each
   */
  default void housekeeping(boolean leads) {}
}
