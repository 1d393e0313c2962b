package org.articlepipeline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on the loopback address, from below the range that systems give to outgoing
 * connections. A port of that range could be taken by any client while its server is down for a
 * restart: even by a client that tries to reach it, and so reaches itself.
 */
final class Ports {
  static final String HOST = "127.0.0.1";

  private static final int FIRST = 15_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A free port that no other call in this JVM was given. */
  static int free() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new ServerException("no free port between %d and %d on %s".formatted(FIRST, LAST, HOST));
  }

  /**
   * Asks the system, because a server's own message about this is far down in a stack trace.
   *
   * @throws ServerException when something listens on the port
   */
  static void requireFree(String server, int port) {
    if (!isFree(port)) {
      throw new ServerException(
          "%s cannot start: port %d on %s is taken. Stop what listens there, or choose another port."
              .formatted(server, port, HOST));
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
