package org.articlepipeline.ingest;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.articlepipeline.ingest.cleanup.EdgeLines;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record between two steps: what it was when it was read, and what the steps so far made of it.
 */
sealed interface InFlight {

  SourceRecord source();

  /** Null before it was understood. */
  @Nullable ArticleSubmission submission();

  /** As the broker gave it. */
  record Arrived(SourceRecord source) implements InFlight {
    @Override
    public @Nullable ArticleSubmission submission() {
      return null;
    }
  }

  record Submitted(SourceRecord source, ArticleSubmission submission) implements InFlight {}

  record Valid(SourceRecord source, ValidSubmission valid) implements InFlight {
    @Override
    public ArticleSubmission submission() {
      return valid.submission();
    }
  }

  /**
   * Through the gate, which advances only when the record is admitted.
   *
   * @param last what the gate remembers of this uri; null when it is new
   * @param contentHash see {@link ContentHash}
   * @param event see {@link EventKey}
   * @param reprocessed when it was accepted before, if it is to be cleaned up again; else null
   */
  record Gated(
      SourceRecord source,
      ValidSubmission valid,
      @Nullable RevisionState last,
      String contentHash,
      @Nullable Bytes event,
      @Nullable Instant reprocessed)
      implements InFlight {

    /** The revision that went on last; 0 when none did. What was only held never went on. */
    long sentBefore() {
      return last == null ? 0 : last.sent();
    }

    @Override
    public ArticleSubmission submission() {
      return valid.submission();
    }
  }

  /**
   * @param edges what the article teaches about its source
   * @param heldUntil end of the embargo; null when it goes on at once
   */
  record Clean(
      Gated gated,
      Article article,
      List<String> notes,
      EdgeLines edges,
      @Nullable Instant heldUntil)
      implements InFlight {
    @Override
    public SourceRecord source() {
      return gated.source();
    }

    @Override
    public ArticleSubmission submission() {
      return gated.submission();
    }
  }

  /**
   * @param serialized the article, as its topic takes it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Measured(Clean clean, byte[] serialized) implements InFlight {
    @Override
    public SourceRecord source() {
      return clean.source();
    }

    @Override
    public ArticleSubmission submission() {
      return clean.submission();
    }
  }
}
