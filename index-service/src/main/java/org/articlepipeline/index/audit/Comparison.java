package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.BitSet;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/**
 * The log's sums against an index's, and the articles of the buckets that differ. It may suspect
 * articles that are only on their way, and never fails to suspect one that is wrong.
 */
final class Comparison {
  private final ElasticsearchConnection elasticsearch;
  private final String index;
  private final LogTable table;

  Comparison(ElasticsearchConnection elasticsearch, String index, LogTable table) {
    this.elasticsearch = elasticsearch;
    this.index = index;
    this.table = table;
  }

  /**
   * @param log of the log, long-ended stubs not counted
   * @param index of the index, the same not counted
   * @param differing the buckets that must be looked into
   */
  record Sums(BucketSums log, BucketSums index, BitSet differing) {}

  /** Those documents that count: which may be missing does not. */
  Sums sums(Query required) {
    BucketSums log = table.sums();
    BucketSums held = IndexSums.read(elasticsearch, index, required);
    return new Sums(log, held, log.differing(held));
  }

  /** Looks at each article of these buckets. */
  Suspects suspects(BitSet buckets, int most) {
    Suspects suspects = new Suspects(most);
    BitSet seen = new BitSet();
    new IndexDocuments(elasticsearch, index)
        .inBuckets(
            buckets,
            held -> {
              long uriHash = Fingerprint.uriHash(held.uri());
              seen.set(table.slot(uriHash));
              if (!table.unreadable(uriHash) && !table.holds(uriHash, held.hashA(), held.hashB())) {
                suspects.addHeld(held.uri());
              }
            });
    table.required(buckets, seen, suspects::addMissing);
    return suspects;
  }
}
