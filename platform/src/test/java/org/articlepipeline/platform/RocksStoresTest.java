package org.articlepipeline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

class RocksStoresTest {

  @TempDir Path folder;

  @Test
  void whatWasDeletedLeavesTheFilesWhenTheyAreOldEnough() throws Exception {
    RocksDB.loadLibrary();
    // As Kafka Streams opens them.
    try (var options =
            new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(new BlockBasedTableConfig())
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setCompactionStyle(CompactionStyle.UNIVERSAL);
        var flush = new FlushOptions().setWaitForFlush(true)) {
      RocksStores.set(options, Duration.ofSeconds(1));
      try (RocksDB store = RocksDB.open(options, folder.toString())) {
        store.put(bytes("key"), bytes("glimmerwort"));
        store.flush(flush);
        assertThat(files()).anyMatch(file -> holds(file, "glimmerwort"));

        store.delete(bytes("key"));
        store.flush(flush);

        // Two files are too few to be merged for any other reason than their age; a third one makes
        // RocksDB look.
        Instant old = Instant.now().plusMillis(2500);
        Awaitility.await().until(() -> Instant.now().isAfter(old));
        store.put(bytes("other"), bytes("value"));
        store.flush(flush);

        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(files()).noneMatch(file -> holds(file, "glimmerwort")));
      }
    }
  }

  @Test
  void aLookUpReadsAPartOfAFilterHoweverManyKeysItsFileHas() throws Exception {
    RocksDB.loadLibrary();
    try (var options =
            new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(
                    new BlockBasedTableConfig().setFilterPolicy(new BloomFilter()))
                .setCompactionStyle(CompactionStyle.UNIVERSAL);
        var flush = new FlushOptions().setWaitForFlush(true);
        var statistics = new Statistics()) {
      RocksStores.set(options, Duration.ofDays(1));
      options.setStatistics(statistics);
      try (RocksDB store = RocksDB.open(options, folder.toString())) {
        for (int i = 0; i < 200_000; i++) {
          store.put(bytes("key" + i), new byte[0]);
        }
        store.flush(flush);
        for (int i = 0; i < 1_000; i++) {
          assertThat(store.get(bytes("other" + i))).isNull();
        }
      }
      long read = statistics.getTickerCount(TickerType.BLOCK_CACHE_FILTER_ADD);
      assertThat(read).isPositive();
      assertThat(statistics.getTickerCount(TickerType.BLOCK_CACHE_FILTER_BYTES_INSERT) / read)
          .as("mean size of what was read of filters; all are 250,000 bytes")
          .isLessThan(20_000);
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sst")).toList();
    }
  }

  /** A file that is gone holds nothing. */
  private static boolean holds(Path file, String word) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
