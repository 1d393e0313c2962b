package org.articlepipeline.embedded;

import java.util.ArrayList;
import java.util.List;

/** JVM flags of servers on a small machine. */
final class ServerFlags {
  private ServerFlags() {}

  /** For a short life. */
  static List<String> brief(int mebibytes, String... more) {
    return with(
        List.of(
            "-Xms64m",
            "-Xmx" + mebibytes + "m",
            "-XX:+UseSerialGC",
            // The second compiler's work never pays off before these servers are stopped again.
            "-XX:TieredStopAtLevel=1"),
        more);
  }

  /** For measurements: as the server runs elsewhere. */
  static List<String> lasting(int mebibytes, String... more) {
    return with(List.of("-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m", "-XX:+UseG1GC"), more);
  }

  private static List<String> with(List<String> memory, String... more) {
    var flags = new ArrayList<>(memory);
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("--sun-misc-unsafe-memory-access=allow");
    flags.addAll(List.of(more));
    return List.copyOf(flags);
  }
}
