package org.articlepipeline.platform;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * RocksDB as all state stores of a process use it: they share one bounded memory, which would
 * otherwise grow with every partition and store, and their files are rewritten daily, so that what
 * was deleted does not stay in an old one.
 */
public final class RocksStores implements RocksDBConfigSetter {

  private static final long MEMORY_BYTES = 128L << 20;

  /** The part of it that holds what is not in files yet. */
  private static final long WRITE_BYTES = 48L << 20;

  private static final Duration REWRITTEN_AFTER = Duration.ofDays(1);

  /** Made when the first store opens: before, the native library is not loaded. Never closed. */
  private static final class Memory {
    private static final Cache CACHE = new LRUCache(MEMORY_BYTES);
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
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(Memory.WRITES);
    options.setPeriodicCompactionSeconds(rewrittenAfter.toSeconds());
  }

  /** Nothing of a store's own: what they share stays. */
  @Override
  public void close(String storeName, Options options) {}
}
