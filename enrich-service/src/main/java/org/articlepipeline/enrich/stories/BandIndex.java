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

  /** What was looked up last: an article is looked for before it is added. */
  private @Nullable MinHash lastText;

  private List<List<UUID>> lastListed = List.of();

  BandIndex(Table bands) {
    this.bands = bands;
  }

  void add(UUID article, MinHash text) {
    List<byte[]> keys = keys(text);
    List<List<UUID>> before = listed(text);
    for (int i = 0; i < keys.size(); i++) {
      List<UUID> listed = new ArrayList<>(before.get(i));
      if (listed.size() == MAX_LISTED) {
        listed.removeFirst();
      }
      listed.add(article);
      put(keys.get(i), listed);
    }
    lastText = null;
  }

  void remove(UUID article, MinHash text) {
    for (byte[] band : keys(text)) {
      List<UUID> listed = new ArrayList<>(ArticleKey.readAll(bands.get(band)));
      if (listed.remove(article)) {
        put(band, listed);
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
      lastListed = keys(text).stream().map(key -> ArticleKey.readAll(bands.get(key))).toList();
      lastText = text;
    }
    return lastListed;
  }

  private void put(byte[] band, List<UUID> listed) {
    ByteBuffer value = ByteBuffer.allocate(listed.size() * ArticleKey.BYTES);
    listed.forEach(article -> ArticleKey.put(value, article));
    bands.put(band, listed.isEmpty() ? null : value.array());
  }

  private static List<byte[]> keys(MinHash text) {
    int[] hashes = text.bands();
    List<byte[]> keys = new ArrayList<>(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      keys.add(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) i).putInt(hashes[i]).array());
    }
    return keys;
  }
}
