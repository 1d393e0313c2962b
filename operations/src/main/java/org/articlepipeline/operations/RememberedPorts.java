package org.articlepipeline.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The ports of a stack's last run, so that bookmarks and configs stay valid across restarts. */
final class RememberedPorts {
  private static final String NAME = "ports.json";

  private final Path file;
  private final Map<String, Integer> ports;

  private RememberedPorts(Path file, Map<String, Integer> ports) {
    this.file = file;
    this.ports = ports;
  }

  static RememberedPorts of(Path data) {
    Path file = data.resolve(NAME);
    try {
      return new RememberedPorts(
          file,
          Files.exists(file)
              ? Output.JSON.readValue(
                  Files.readString(file), new TypeReference<TreeMap<String, Integer>>() {})
              : new TreeMap<>());
    } catch (IOException e) {
      return new RememberedPorts(file, new TreeMap<>());
    }
  }

  /** The server's last port when it is free; else 0, which stands for any free one. */
  int of(String server) {
    int port = ports.getOrDefault(server, 0);
    return port > 0 && isFree(port) ? port : 0;
  }

  void save(Map<String, Integer> used) {
    try {
      Files.writeString(file, Output.JSON.writeValueAsString(new TreeMap<>(used)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
