package org.articlepipeline.operations.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Scripts, styles and the charts' library, from the class path: these and no other files. */
final class Assets {
  static final String PATH = "/assets/";

  private static final String UPLOT = "/META-INF/resources/webjars/uplot/" + version() + "/dist/";

  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  private record Asset(String resource, String type) {}

  private static final Map<String, Asset> ALL =
      Map.of(
          "console.css", new Asset("assets/console.css", STYLE),
          "console.js", new Asset("assets/console.js", SCRIPT),
          "flow.js", new Asset("assets/flow.js", SCRIPT),
          "progress.js", new Asset("assets/progress.js", SCRIPT),
          "search.js", new Asset("assets/search.js", SCRIPT),
          "sign-in.js", new Asset("assets/sign-in.js", SCRIPT),
          "icon.svg", new Asset("assets/icon.svg", "image/svg+xml"),
          "uPlot.js", new Asset(UPLOT + "uPlot.esm.js", SCRIPT),
          "uPlot.css", new Asset(UPLOT + "uPlot.min.css", STYLE));

  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  /** A webjar has its version in its path, and says which one in the file that Maven adds. */
  private static String version() {
    var properties = new Properties();
    try (InputStream in =
        Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
      properties.load(Objects.requireNonNull(in, "the webjar of uPlot"));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Reply> find(String path) {
    String name = path.substring(PATH.length());
    return Optional.ofNullable(ALL.get(name))
        .map(
            asset ->
                new Reply(
                    200,
                    asset.type(),
                    Map.of("Cache-Control", "no-cache"),
                    read.computeIfAbsent(asset.resource(), Assets::bytes)));
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
