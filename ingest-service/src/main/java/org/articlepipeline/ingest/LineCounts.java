package org.articlepipeline.ingest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.ingest.cleanup.EdgeLines;
import org.articlepipeline.ingest.cleanup.KnownFurniture;
import org.jspecify.annotations.Nullable;

/**
 * The lines that one source repeats, in bounded memory: the Space-Saving summary of Metwally,
 * Agrawal and El Abbadi (2005). A line that is not counted yet takes the place of the rarest and
 * inherits its count as its possible error; what is frequent is never displaced. Judged by the
 * count less the error, so that no line ever seems more frequent than it was. Halved from time to
 * time, so that a site may change its furniture.
 *
 * <p>Holds fingerprints and numbers, no text. Not thread-safe.
 */
final class LineCounts implements KnownFurniture {

  /** Fewer articles tell nothing. */
  static final int MIN_ARTICLES = 8;

  /** Lines counted at a time. */
  static final int SLOTS = 256;

  /** Articles until everything is halved. */
  private static final int WINDOW = 256;

  /** How many of the last stories are remembered, to tell a copy from another article. */
  private static final int STORIES = 32;

  /** Of Wilson's interval: 97.5 % sure. */
  private static final double Z = 1.96;

  private static final byte LAYOUT = 1;
  private static final int HEAD_BYTES = 1 + Long.BYTES + 4 * Short.BYTES;
  private static final int SLOT_BYTES = Long.BYTES + 2 * Short.BYTES;

  private final long source;
  private int lease;
  private int articles;
  private int stories;
  private final long[] story = new long[STORIES];
  private int size;
  private final long[] line = new long[SLOTS];
  private final short[] count = new short[SLOTS];
  private final short[] error = new short[SLOTS];

  /**
   * @param source fingerprint of the source's name
   */
  LineCounts(long source) {
    this.source = source;
  }

  boolean isOf(long other) {
    return source == other;
  }

  /** Another source wants this place. Whether it may have it: when it was busier than this one. */
  boolean yields() {
    lease = Math.max(0, lease - 1);
    return lease == 0;
  }

  /** Counts an article once, unless it tells the story of one of the last again. */
  void learn(EdgeLines edges) {
    lease = Math.min(WINDOW, lease + 1);
    if (isRetold(edges.story())) {
      return;
    }
    if (articles == WINDOW) {
      halve();
    }
    articles++;
    for (long next : edges.lines()) {
      count(next);
    }
  }

  @Override
  public double share(long wanted) {
    int at = articles < MIN_ARTICLES ? -1 : find(wanted);
    return at < 0 ? 0 : lowerBound(Math.min(articles, count[at] - error[at]), articles);
  }

  /** Of a share that was seen {@code hits} times in {@code n}: the Wilson score interval. */
  private static double lowerBound(int hits, int n) {
    double share = (double) hits / n;
    double z2 = Z * Z / n;
    double spread = Z * Math.sqrt((share * (1 - share) + z2 / 4) / n);
    return Math.max(0, (share + z2 / 2 - spread) / (1 + z2));
  }

  private boolean isRetold(long next) {
    for (int i = 0; i < Math.min(stories, STORIES); i++) {
      if (story[i] == next) {
        return true;
      }
    }
    story[stories % STORIES] = next;
    stories = stories + 1 < 2 * STORIES ? stories + 1 : STORIES;
    return false;
  }

  private void count(long next) {
    int at = find(next);
    if (at >= 0) {
      count[at]++;
    } else if (size < SLOTS) {
      set(size++, next, 1, 0);
    } else {
      int rarest = rarest();
      set(rarest, next, count[rarest] + 1, count[rarest]);
    }
  }

  private void set(int at, long next, int itsCount, int itsError) {
    line[at] = next;
    count[at] = (short) itsCount;
    error[at] = (short) itsError;
  }

  private int find(long wanted) {
    for (int i = 0; i < size; i++) {
      if (line[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int rarest() {
    int rarest = 0;
    for (int i = 1; i < size; i++) {
      rarest = count[i] < count[rarest] ? i : rarest;
    }
    return rarest;
  }

  private void halve() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (count[i] > 1) {
        set(kept++, line[i], count[i] / 2, (error[i] + 1) / 2);
      }
    }
    size = kept;
    articles /= 2;
  }

  /** What another version wrote is learned anew: nothing is lost by that. */
  static Serde<LineCounts> serde() {
    Serializer<LineCounts> serializer = (topic, counts) -> counts == null ? null : counts.bytes();
    Deserializer<LineCounts> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    int told = Math.min(stories, STORIES);
    var out = ByteBuffer.allocate(HEAD_BYTES + told * Long.BYTES + size * SLOT_BYTES);
    out.put(LAYOUT).putLong(source);
    out.putShort((short) lease).putShort((short) articles);
    out.putShort((short) stories).putShort((short) size);
    Arrays.stream(story, 0, told).forEach(out::putLong);
    for (int i = 0; i < size; i++) {
      out.putLong(line[i]).putShort(count[i]).putShort(error[i]);
    }
    return out.array();
  }

  private static @Nullable LineCounts of(byte[] bytes) {
    if (bytes.length < HEAD_BYTES || bytes[0] != LAYOUT) {
      return null;
    }
    var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    var counts = new LineCounts(in.getLong());
    counts.lease = in.getShort();
    counts.articles = in.getShort();
    counts.stories = in.getShort();
    counts.size = in.getShort();
    for (int i = 0; i < Math.min(counts.stories, STORIES); i++) {
      counts.story[i] = in.getLong();
    }
    for (int i = 0; i < counts.size; i++) {
      counts.set(i, in.getLong(), in.getShort(), in.getShort());
    }
    return counts;
  }
}
