package org.articlepipeline.ingest;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.ingest.cleanup.EdgeLines;
import org.articlepipeline.ingest.cleanup.KnownFurniture;
import org.articlepipeline.ingest.cleanup.LineFingerprint;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/**
 * What each source repeats. A source has one of {@link #PLACES} places, by its name's hash, so that
 * the store is bounded however many names are sent; of two that share one, the busier learns and
 * the other knows nothing.
 */
final class FurnitureStore {

  /** At most 3.4 KB in each. */
  static final int PLACES = 1 << 16;

  /** The operators' own articles: all alike, and no site. */
  private static final String CANARY = "_canary";

  private final KeyValueStore<Bytes, LineCounts> store;

  FurnitureStore(KeyValueStore<Bytes, LineCounts> store) {
    this.store = store;
  }

  KnownFurniture of(ArticleSubmission submission) {
    if (submission.getSource().equals(CANARY)) {
      return KnownFurniture.NONE;
    }
    long source = LineFingerprint.exactly(submission.getSource());
    LineCounts known = store.get(place(source));
    return known != null && known.isOf(source) ? known : new LineCounts(source);
  }

  /**
   * Only what an article's first revision shows is counted: to send it again teaches nothing.
   *
   * @param last what the gate knew of the article before
   */
  void learn(ArticleSubmission submission, @Nullable RevisionState last, EdgeLines edges) {
    if (last != null || edges.isEmpty()) {
      return;
    }
    long source = LineFingerprint.exactly(submission.getSource());
    Bytes place = place(source);
    LineCounts counts = store.get(place);
    if (counts == null || (!counts.isOf(source) && counts.yields())) {
      counts = new LineCounts(source);
    }
    if (counts.isOf(source)) {
      counts.learn(edges);
    }
    store.put(place, counts);
  }

  static Bytes place(long source) {
    return Bytes.wrap(new byte[] {(byte) (source >>> 8), (byte) source});
  }
}
