package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Articles that are to be enriched again, in the order of the requests that they come from. After
 * the articles of some requests stands their end: then these are answered.
 */
final class AgainQueue {
  /** No uri has this byte, so it stands behind all of them. */
  private static final byte END = (byte) 0xFF;

  private final KeyValueStore<Bytes, byte[]> store;

  /** Nothing is before. What is taken out leaves markers, and a search would read all of them. */
  private @Nullable Bytes from;

  private long articles;

  AgainQueue(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> found = store.all()) {
      found.forEachRemaining(entry -> articles += isEnd(entry.key) ? 0 : 1);
    }
  }

  sealed interface Next {

    /**
     * @param request the offset of the newest request that it comes from
     */
    record Article(long request, String uri) implements Next {}

    /**
     * @param requests offsets
     */
    record End(List<Long> requests) implements Next {}
  }

  /** How many articles are in it. */
  long size() {
    return articles;
  }

  /** It may be there already, when its request was looked for before, and not to the end. */
  void add(long request, String uri) {
    if (store.putIfAbsent(key(request, uri.getBytes(UTF_8)), new byte[0]) == null) {
      articles++;
    }
  }

  void end(long request, List<Long> requests) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * requests.size());
    requests.forEach(bytes::putLong);
    store.put(key(request, new byte[] {END}), bytes.array());
  }

  /** Takes the first out; null when there is none. */
  @Nullable Next take() {
    KeyValue<Bytes, byte[]> first;
    try (KeyValueIterator<Bytes, byte[]> found = store.range(from, null)) {
      if (!found.hasNext()) {
        return null;
      }
      first = found.next();
    }
    store.delete(first.key);
    from = first.key;
    if (isEnd(first.key)) {
      return new Next.End(offsets(first.value));
    }
    articles--;
    ByteBuffer key = ByteBuffer.wrap(first.key.get());
    return new Next.Article(key.getLong(), UTF_8.decode(key).toString());
  }

  private static boolean isEnd(Bytes key) {
    return key.get()[Long.BYTES] == END;
  }

  private static List<Long> offsets(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return LongStream.generate(in::getLong).limit(bytes.length / Long.BYTES).boxed().toList();
  }

  private static Bytes key(long request, byte[] rest) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + rest.length).putLong(request).put(rest).array());
  }
}
