package org.articlepipeline.index.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.articlepipeline.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * What the audit compares of one article: where it belongs, and two hashes of what the log says of
 * it. Documents carry it, so that Elasticsearch itself adds the hashes up.
 *
 * @param uriHash 64 bits of the uri's SHA-256
 * @param hashA with {@code hashB} 64 bits of a SHA-256 of uri, revision, enrichment run and content
 *     hash; each 0 to 2^32-1, so that sums of two million stay exact in a double
 */
public record Fingerprint(long uriHash, long hashA, long hashB) {
  /** The audit adds up by these, so that few articles must be looked at where sums differ. */
  public static final int BUCKETS = 4096;

  private static final int BUCKET_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(BUCKETS);

  /** Stands for the content hash of an article that has content, but no hash of it. */
  private static final String UNHASHED = "-";

  /**
   * @param stub whether the index holds, or is to hold, the article without its content
   */
  static Fingerprint of(EnrichedArticle article, boolean stub) {
    String contentHash = article.getContentHash();
    return of(
        article.getUri(),
        article.getRevision(),
        article.getEnrichmentRun(),
        stub ? "" : contentHash == null ? UNHASHED : contentHash);
  }

  /**
   * @param contentHash empty for a stub
   */
  static Fingerprint of(String uri, long revision, int run, String contentHash) {
    String all = uri + '\0' + revision + '\0' + run + '\0' + contentHash;
    ByteBuffer hash = ByteBuffer.wrap(DocumentId.sha256(all.getBytes(UTF_8)));
    return new Fingerprint(
        uriHash(uri), Integer.toUnsignedLong(hash.getInt()), Integer.toUnsignedLong(hash.getInt()));
  }

  /** 64 bits of the uri's SHA-256; null counts as empty. */
  public static long uriHash(@Nullable String uri) {
    return ByteBuffer.wrap(DocumentId.sha256((uri == null ? "" : uri).getBytes(UTF_8))).getLong();
  }

  /** 0 to {@link #BUCKETS} - 1: the first bits of the hash of the uri. */
  public int bucket() {
    return bucket(uriHash);
  }

  public static int bucket(long uriHash) {
    return (int) (uriHash >>> BUCKET_SHIFT);
  }
}
