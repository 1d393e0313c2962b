package org.articlepipeline.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Apicurio registry on this machine, spoken to by its Confluent API. */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";
  private static final String NAME = "registry";
  private static final int HEAP_MEBIBYTES = 256;

  private final int port;
  private final ServerProcess server;

  private EmbeddedRegistry(int port, ServerProcess server) {
    this.port = port;
    this.server = server;
  }

  /**
   * What a registry is made of.
   *
   * @param port 0 for a free one
   * @param kept whether schemas are on disk; else they end with the process
   */
  public record Options(int port, boolean kept) {
    /** A free port, schemas kept on disk. */
    public static Options standard() {
      return new Options(0, true);
    }

    /** The same on this port. */
    public Options withPort(int httpPort) {
      return new Options(httpPort, kept);
    }

    /** The same with schemas in memory only. */
    public Options inMemory() {
      return new Options(port, false);
    }
  }

  /** Starts a registry on a free port, on new or earlier data. */
  public static EmbeddedRegistry start(Path folder) {
    return start(folder, Options.standard());
  }

  /**
   * Starts a registry on new or earlier data, and returns when it takes requests.
   *
   * @param folder data and logs; a later start here continues with the data
   * @throws ServerException when the port is taken, the folder cannot be used or it does not start;
   *     nothing is left running
   */
  public static EmbeddedRegistry start(Path folder, Options options) {
    Path home = DataFolder.prepare(folder);
    int http = options.port() == 0 ? Ports.free() : options.port();
    int management = Ports.free();
    var command =
        new JavaCommand(
            NAME,
            MAIN,
            ServerFiles.registry(),
            ServerFlags.heap(
                HEAP_MEBIBYTES,
                // Both are in the manifest of Quarkus's own launcher, which is not used here.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=" + Ports.HOST,
                "-Dquarkus.http.port=" + http,
                "-Dquarkus.management.host=" + Ports.HOST,
                "-Dquarkus.management.port=" + management,
                "-Dapicurio.datasource.url=" + database(home, options)),
            List.of(),
            Map.of(),
            home.resolve(NAME + ".log"));
    URI subjects = URI.create(url(http) + "/subjects");
    var server =
        new ServerProcess(command, List.of(http, management), process -> HttpProbe.isOk(subjects));
    server.start();
    return new EmbeddedRegistry(http, server);
  }

  private static String database(Path home, Options options) {
    // Without WRITE_DELAY=0 what was answered may still be in memory when the process is killed.
    return options.kept()
        ? "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(home.resolve("schemas"))
        : "jdbc:h2:mem:schemas;DB_CLOSE_DELAY=-1";
  }

  private static String url(int port) {
    return "http://%s:%d/apis/ccompat/v7".formatted(Ports.HOST, port);
  }

  /**
   * The base of the Confluent API, without a slash at its end: the value of {@code
   * schema.registry.url}.
   */
  public String url() {
    return url(port);
  }

  /** The process id. */
  public long pid() {
    return server.pid();
  }

  /** Ends it with SIGKILL. */
  public void kill() {
    server.kill();
  }

  /** Stops it in good order. */
  public void stop() {
    server.stop();
  }

  /**
   * Starts it again, on its data and its ports, and returns when it takes requests. When it runs it
   * is stopped first.
   */
  public void restart() {
    server.restart();
  }

  @Override
  public void close() {
    stop();
  }
}
