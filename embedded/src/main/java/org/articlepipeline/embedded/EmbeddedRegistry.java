package org.articlepipeline.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Apicurio registry on this machine, spoken to by its Confluent API. */
public final class EmbeddedRegistry extends EmbeddedHttpServer {
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";
  private static final String NAME = "registry";
  private static final int HEAP_MEBIBYTES = 256;

  private final int port;

  private EmbeddedRegistry(int port, ServerProcess server) {
    super(server);
    this.port = port;
  }

  /**
   * What a registry is made of.
   *
   * @param port 0 for a free one
   * @param kept whether schemas are on disk; else they end with the process
   * @param users passwords by user name; when there is one, requests must authenticate (HTTP Basic)
   */
  public record Options(int port, boolean kept, Map<String, String> users) {
    /** Copies what may change. */
    public Options {
      users = Map.copyOf(users);
    }

    /** A free port, schemas kept on disk, open to all. */
    public static Options standard() {
      return new Options(0, true, Map.of());
    }

    /** The same on this port. */
    public Options withPort(int httpPort) {
      return new Options(httpPort, kept, users);
    }

    /** The same with schemas in memory only. */
    public Options inMemory() {
      return new Options(port, false, users);
    }

    /** The same for this user only. The password is for tests: other processes can read it. */
    public Options withUser(String name, String password) {
      return new Options(port, kept, Map.of(name, password));
    }

    /** Names neither users nor passwords. */
    @Override
    public String toString() {
      return "Options[port=%d, kept=%s, users=%d]".formatted(port, kept, users.size());
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
    EmbeddedRegistry registry = of(folder, options);
    registry.start();
    return registry;
  }

  /** The same after a start that makes later ones faster. */
  static EmbeddedRegistry startRecorded(Path folder) {
    EmbeddedRegistry registry = of(folder, Options.standard());
    registry.startRecorded();
    return registry;
  }

  private static EmbeddedRegistry of(Path folder, Options options) {
    Path home = DataFolder.prepare(folder);
    int http = options.port() == 0 ? Ports.free() : options.port();
    int management = Ports.free();
    var command =
        new JavaCommand(
            NAME,
            MAIN,
            ServerFiles.registry(),
            flags(home, http, management, options),
            List.of(),
            Map.of(),
            home.resolve(NAME + ".log"));
    URI subjects = URI.create(url(http) + "/subjects");
    var server =
        new ServerProcess(
            command, List.of(http, management), process -> HttpProbe.isOkOrProtected(subjects));
    return new EmbeddedRegistry(http, server);
  }

  private static List<String> flags(Path home, int http, int management, Options options) {
    var flags = new ArrayList<>(ServerFlags.brief(HEAP_MEBIBYTES));
    // Both are in the manifest of Quarkus's own launcher, which is not used here.
    flags.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    flags.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    flags.add("-Dquarkus.http.host=" + Ports.HOST);
    flags.add("-Dquarkus.http.port=" + http);
    flags.add("-Dquarkus.management.host=" + Ports.HOST);
    flags.add("-Dquarkus.management.port=" + management);
    flags.add("-Dapicurio.datasource.url=" + database(home, options));
    options
        .users()
        .forEach(
            (user, password) -> {
              flags.add("-Dquarkus.http.auth.basic=true");
              flags.add("-Dquarkus.security.users.embedded.plain-text=true");
              flags.add("-Dquarkus.security.users.embedded.users." + user + "=" + password);
              flags.add("-Dquarkus.security.users.embedded.roles." + user + "=sr-admin");
            });
    return flags;
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
  @Override
  public String url() {
    return url(port);
  }
}
