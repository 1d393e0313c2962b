package org.articlepipeline.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real single-node Elasticsearch on this machine: the released server without the distribution's
 * modules.
 */
public final class EmbeddedElasticsearch extends EmbeddedHttpServer {
  private static final String MAIN = "org.articlepipeline.embedded.elasticsearch.ElasticsearchNode";
  private static final String NAME = "elasticsearch";

  private final int port;

  private EmbeddedElasticsearch(int port, ServerProcess server) {
    super(server);
    this.port = port;
  }

  /**
   * What a node is made of.
   *
   * @param port 0 for a free one
   * @param lasting whether the JVM takes its time to become as fast as it can; else it starts fast
   */
  public record Options(int port, int heapMebibytes, boolean lasting) {
    private static final int HEAP = 512;
    private static final int LASTING_HEAP = 1024;

    /** A free port. */
    public static Options standard() {
      return new Options(0, HEAP, false);
    }

    /** A free port, and the JVM that a server of its own would have. */
    public static Options forMeasurements() {
      return new Options(0, LASTING_HEAP, true);
    }

    private List<String> flags(String... more) {
      return lasting
          ? ServerFlags.lasting(heapMebibytes, more)
          : ServerFlags.brief(heapMebibytes, more);
    }

    /** The same on this port. */
    public Options withPort(int httpPort) {
      return new Options(httpPort, heapMebibytes, lasting);
    }
  }

  /** Starts a node on a free port, on new or earlier data. */
  public static EmbeddedElasticsearch start(Path folder) {
    return start(folder, Options.standard());
  }

  /**
   * Starts a node on new or earlier data, and returns when it takes requests.
   *
   * @param folder data and logs; a later start here continues with the data
   * @throws ServerException when the port is taken, the folder cannot be used or the node does not
   *     start; nothing is left running
   */
  public static EmbeddedElasticsearch start(Path folder, Options options) {
    EmbeddedElasticsearch elasticsearch = of(folder, options);
    elasticsearch.start();
    return elasticsearch;
  }

  /** The same after a start that makes later ones faster. */
  static EmbeddedElasticsearch startRecorded(Path folder) {
    EmbeddedElasticsearch elasticsearch = of(folder, Options.standard());
    elasticsearch.startRecorded();
    return elasticsearch;
  }

  private static EmbeddedElasticsearch of(Path folder, Options options) {
    Path home = DataFolder.prepare(folder);
    int http = options.port() == 0 ? Ports.free() : options.port();
    int transport = Ports.free();
    var command =
        new JavaCommand(
            NAME,
            MAIN,
            ServerFiles.elasticsearch(),
            options.flags(
                // The released jars carry no native libraries; without this the search for them
                // fails the start.
                "-Des.nativelibs.path=" + home.resolve("no-native-libraries")),
            settings(home, http, transport),
            Map.of(),
            home.resolve(NAME + ".log"));
    URI health = URI.create(url(http) + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    var server =
        new ServerProcess(command, List.of(http, transport), process -> HttpProbe.isOk(health));
    return new EmbeddedElasticsearch(http, server);
  }

  private static List<String> settings(Path home, int http, int transport) {
    return List.of(
        "cluster.name=articles",
        "node.name=embedded",
        "path.home=" + home,
        "path.data=" + home.resolve("data"),
        "network.host=" + Ports.HOST,
        "http.port=" + http,
        "transport.port=" + transport,
        "discovery.type=single-node",
        // What was withdrawn stays in points in time that were opened before.
        "search.max_keep_alive=10m",
        // A developer's disk is often fuller than the watermarks of a production cluster allow.
        "cluster.routing.allocation.disk.threshold_enabled=false");
  }

  private static String url(int port) {
    return "http://%s:%d".formatted(Ports.HOST, port);
  }

  /** The base of the REST API, without a slash at its end. */
  @Override
  public String url() {
    return url(port);
  }
}
