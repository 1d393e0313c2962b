package org.articlepipeline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.articlepipeline.enrich.StoreTable;
import org.articlepipeline.enrich.stories.Table;
import org.articlepipeline.platform.RocksStores;

/** Kafka Streams' own stores with the settings of the services, but without a broker. */
final class StoreFolder implements AutoCloseable {
  private final Path folder;
  private final MockProcessorContext<Void, Void> context;
  private final List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>();

  StoreFolder() {
    folder = temporary();
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksStores.class);
    context = new MockProcessorContext<>(config, new TaskId(0, 0), folder.toFile());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("stores");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Table table(String name) {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    stores.add(store);
    return new StoreTable(store);
  }

  /** In bytes. */
  long size() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(StoreFolder::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stores.forEach(KeyValueStore::close);
    Utils.delete(folder.toFile());
  }
}
