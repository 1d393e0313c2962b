package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.SourceRecord;

/** What the log says of every article, up to offsets that can be moved on. */
final class LogState {
  private final EnrichedLog log;
  private final Duration stubGrace;
  private final InstantSource clock;
  private final LogTable table = new LogTable();
  private final Map<Integer, Long> read = new HashMap<>();

  /**
   * @param stubGrace after which what has ended may be missing in an index
   */
  LogState(EnrichedLog log, Duration stubGrace, InstantSource clock) {
    this.log = log;
    this.stubGrace = stubGrace;
    this.clock = clock;
  }

  /** Reads on from where it is. */
  void advance(Map<Integer, Long> to, EnrichedLog.Progress progress) {
    log.read(read, to, progress, record -> take(SourceRecord.of(record), log.decode(record)));
    to.forEach((partition, offset) -> read.merge(partition, offset, Math::max));
  }

  private void take(SourceRecord record, Read<EnrichedArticle> read) {
    if (read instanceof Read.Value<EnrichedArticle>(EnrichedArticle article)
        && Indexable.problem(record, article) == null) {
      Fingerprint fingerprint = ArticleDocument.fingerprint(article, clock.instant());
      table.put(
          fingerprint,
          Indexable.writtenVersion(article, clock.instant()),
          Expected.mayBeAbsent(article, clock.instant(), stubGrace));
    } else {
      table.putUnreadable(Fingerprint.uriHash(record.keyText()));
    }
  }

  LogTable table() {
    return table;
  }
}
