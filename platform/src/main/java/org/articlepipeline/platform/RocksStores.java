package org.articlepipeline.platform;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * RocksDB as all state stores of a process use it: they share one bounded memory, which would
 * otherwise grow with every partition and store, and their files are rewritten daily, so that what
 * was deleted does not stay in an old one.
 *
 * <p>Filters and indexes are in parts. Whole ones grow with their file, to some MiB for a few
 * million keys; what does not fit into its share of the cache is read again at every look-up.
 */
public final class RocksStores implements RocksDBConfigSetter {

  private static final long MEMORY_BYTES = 128L << 20;

  /** The part of it that holds what is not in files yet. */
  private static final long WRITE_BYTES = 48L << 20;

  /** 2 to the power of it: the fewer, the more of the cache is there for a large block. */
  private static final int CACHE_SHARD_BITS = 2;

  /** The part of the cache that a walk over a store does not take from filters and indexes. */
  private static final double HIGH_PRIORITY = 0.4;

  private static final Duration REWRITTEN_AFTER = Duration.ofDays(1);

  /** Made when the first store opens: before, the native library is not loaded. Never closed. */
  private static final class Memory {
    private static final Cache CACHE =
        new LRUCache(MEMORY_BYTES, CACHE_SHARD_BITS, false, HIGH_PRIORITY);
    private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    set(options, REWRITTEN_AFTER);
  }

  static void set(Options options, Duration rewrittenAfter) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(Memory.CACHE);
      table.setCacheIndexAndFilterBlocks(true);
      table.setCacheIndexAndFilterBlocksWithHighPriority(true);
      table.setIndexType(IndexType.kTwoLevelIndexSearch);
      table.setPartitionFilters(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(Memory.WRITES);
    options.setPeriodicCompactionSeconds(rewrittenAfter.toSeconds());
  }

  /** Nothing of a store's own: what they share stays. */
  @Override
  public void close(String storeName, Options options) {}
}
