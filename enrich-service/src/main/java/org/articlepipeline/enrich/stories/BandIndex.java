package org.articlepipeline.enrich.stories;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that may be similar: those that have a band of their minima in common.
 *
 * <pre>
 * number of the band, its hash ─▶ keys of the articles that have it
 * </pre>
 */
final class BandIndex {

  /** Articles kept for a band, the last that came: a template would make it endless. */
  private static final int MAX_LISTED = 32;

  /** Articles that one is compared with, those with the most bands in common. */
  private static final int MAX_CANDIDATES = 64;

  private static final Comparator<Map.Entry<UUID, Integer>> LIKELIEST =
      Map.Entry.<UUID, Integer>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Table bands;
  private final Table members;

  /** Most bands of most articles are no other's: the table need not be asked for them. */
  private @Nullable BandFilter filter;

  /** What was looked up last: an article is looked for before it is added. */
  private @Nullable MinHash lastText;

  private List<List<UUID>> lastListed = List.of();

  /**
   * @param members all that are in the bands, as {@link MemberBytes}
   */
  BandIndex(Table bands, Table members) {
    this.bands = bands;
    this.members = members;
  }

  void add(UUID article, MinHash text) {
    List<List<UUID>> before = listed(text);
    int[] hashes = text.bands();
    for (int band = 0; band < hashes.length; band++) {
      List<UUID> listed = new ArrayList<>(before.get(band));
      if (listed.size() == MAX_LISTED) {
        listed.removeFirst();
      }
      listed.add(article);
      put(key(band, hashes[band]), listed);
      filter().add(band, hashes[band]);
    }
    lastText = null;
  }

  void remove(UUID article, MinHash text) {
    int[] hashes = text.bands();
    for (int band = 0; band < hashes.length; band++) {
      byte[] key = key(band, hashes[band]);
      List<UUID> listed = new ArrayList<>(ArticleKey.readAll(bands.get(key)));
      if (listed.remove(article)) {
        put(key, listed);
      }
    }
    lastText = null;
  }

  /** The likeliest first. */
  List<UUID> candidates(MinHash text) {
    Map<UUID, Integer> common = new HashMap<>();
    listed(text).forEach(band -> band.forEach(a -> common.merge(a, 1, Integer::sum)));
    return common.entrySet().stream()
        .sorted(LIKELIEST)
        .limit(MAX_CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of each band. */
  private List<List<UUID>> listed(MinHash text) {
    if (!text.equals(lastText)) {
      int[] hashes = text.bands();
      List<List<UUID>> listed = new ArrayList<>(hashes.length);
      for (int band = 0; band < hashes.length; band++) {
        listed.add(
            filter().mayHave(band, hashes[band])
                ? ArticleKey.readAll(bands.get(key(band, hashes[band])))
                : List.of());
      }
      lastListed = listed;
      lastText = text;
    }
    return lastListed;
  }

  /** Made when it is needed first, and again when there is too much in it. */
  private BandFilter filter() {
    BandFilter present = filter;
    if (present != null && !present.isFull()) {
      return present;
    }
    BandFilter made = new BandFilter(members.approximateSize() * Similarity.BANDS);
    members.values(
        member -> {
          int[] hashes = MemberBytes.read(member).minHash().bands();
          for (int band = 0; band < hashes.length; band++) {
            made.add(band, hashes[band]);
          }
        });
    filter = made;
    return made;
  }

  private void put(byte[] band, List<UUID> listed) {
    ByteBuffer value = ByteBuffer.allocate(listed.size() * ArticleKey.BYTES);
    listed.forEach(article -> ArticleKey.put(value, article));
    bands.put(band, listed.isEmpty() ? null : value.array());
  }

  private static byte[] key(int band, int hash) {
    return ByteBuffer.allocate(1 + Integer.BYTES).put((byte) band).putInt(hash).array();
  }
}
