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
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

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
