package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.Map;
import java.util.Objects;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.jspecify.annotations.Nullable;

/**
 * The {@link BucketSums} of an index, which Elasticsearch adds up in one aggregation over doc
 * values. Hashes of 32 bits, so its sums of doubles are exact for two million articles in a bucket.
 */
public final class IndexSums {
  private static final String BUCKETS = "buckets";
  private static final String SUM_A = "a";
  private static final String SUM_B = "b";
  private static final String WITHOUT = "without";

  private IndexSums() {}

  /**
   * Of all its documents that are searchable now; refresh it first where that matters.
   *
   * @throws UnauditableException when documents have no fingerprint: the index is of an older
   *     version
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public static BucketSums read(ElasticsearchConnection elasticsearch, String index) {
    return read(elasticsearch, index, Query.of(query -> query.matchAll(all -> all)));
  }

  /** The same of those that a query finds. */
  static BucketSums read(ElasticsearchConnection elasticsearch, String index, Query query) {
    SearchResponse<Void> answer =
        elasticsearch.call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .size(0)
                            .query(query)
                            .aggregations(BUCKETS, buckets())
                            .aggregations(
                                WITHOUT,
                                without ->
                                    without.missing(m -> m.field(ArticleDocument.AUDIT_BUCKET))),
                    Void.class));
    long without = aggregate(answer.aggregations(), WITHOUT).missing().docCount();
    if (without > 0) {
      throw UnauditableException.withoutFingerprints(index, without);
    }
    BucketSums sums = new BucketSums();
    for (LongTermsBucket bucket :
        aggregate(answer.aggregations(), BUCKETS).lterms().buckets().array()) {
      sums.add(
          Math.toIntExact(bucket.key()),
          bucket.docCount(),
          sum(bucket.aggregations(), SUM_A),
          sum(bucket.aggregations(), SUM_B));
    }
    return sums;
  }

  private static Aggregation buckets() {
    return Aggregation.of(
        buckets ->
            buckets
                .terms(terms -> terms.field(ArticleDocument.AUDIT_BUCKET).size(Fingerprint.BUCKETS))
                .aggregations(SUM_A, a -> a.sum(sum -> sum.field(ArticleDocument.AUDIT_HASH_A)))
                .aggregations(SUM_B, b -> b.sum(sum -> sum.field(ArticleDocument.AUDIT_HASH_B))));
  }

  private static long sum(Map<String, Aggregate> aggregations, String name) {
    @Nullable Double value = aggregate(aggregations, name).sum().value();
    return value == null ? 0 : value.longValue();
  }

  private static Aggregate aggregate(Map<String, Aggregate> aggregations, String name) {
    return Objects.requireNonNull(aggregations.get(name), name);
  }
}
