package org.articlepipeline.index;

import java.util.concurrent.atomic.AtomicLong;
import org.articlepipeline.index.write.ArticleIntake;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One index's pipeline tells of the records that the shared state gives to it. */
final class StateTelling implements ArticleIntake.Telling {
  private static final Logger LOG = LoggerFactory.getLogger(StateTelling.class);
  private static final long LOGGED = 20;

  private final ArticleState state;
  private final String index;
  private final AtomicLong refused = new AtomicLong();

  StateTelling(ArticleState state, String index) {
    this.state = state;
    this.index = index;
  }

  @Override
  public boolean tells(SourceRecord record) {
    return state.known().reports(index, record.partition(), record.offset());
  }

  /**
   * The index that is told of has it, or its dead letter; the quality gate counts what is not
   * there.
   */
  @Override
  public void refused(SourceRecord record, Rejection rejection) {
    if (refused.incrementAndGet() <= LOGGED) {
      LOG.atWarn()
          .addKeyValue("index", index)
          .addKeyValue("uri", record.keyText())
          .log("not indexed here: {}", rejection.message());
    }
  }
}
