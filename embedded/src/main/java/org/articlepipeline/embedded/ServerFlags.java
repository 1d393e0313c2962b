package org.articlepipeline.embedded;

import java.util.ArrayList;
import java.util.List;

/** JVM flags for a short life on a small machine. */
final class ServerFlags {
  private ServerFlags() {}

  static List<String> heap(int mebibytes, String... more) {
    var flags =
        new ArrayList<String>(
            List.of(
                "-Xms64m",
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                // The second compiler's work never pays off before these servers are stopped again.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    flags.addAll(List.of(more));
    return List.copyOf(flags);
  }
}
