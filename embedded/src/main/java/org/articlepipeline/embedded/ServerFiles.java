package org.articlepipeline.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build has put what the child JVMs run: under {@code embedded/} of the project's root,
 * {@code articles.home}.
 */
final class ServerFiles {
  static final String HOME_PROPERTY = "articles.home";

  private ServerFiles() {}

  static Path childJar() {
    return built("target/embedded-child.jar");
  }

  static List<String> kafka() {
    return withLibraries("servers/kafka/target", "embedded-server-kafka.jar");
  }

  static List<String> elasticsearch() {
    return withLibraries("servers/elasticsearch/target", "embedded-server-elasticsearch.jar");
  }

  /**
   * The registry's application flat on one class path, what the build of Quarkus rewrote before the
   * originals. Its own launcher's class loader gets nothing from class data sharing, and so takes
   * twice the time.
   */
  static List<String> registry() {
    Path app = built("servers/registry/target/app");
    var classPath = new ArrayList<String>();
    classPath.add(app.resolve("quarkus/transformed-bytecode.jar").toString());
    classPath.add(app.resolve("quarkus/generated-bytecode.jar").toString());
    for (String folder : List.of("app", "lib/boot", "lib/main")) {
      classPath.addAll(jars(app.resolve(folder)));
    }
    return List.copyOf(classPath);
  }

  /** A place for what can be made again at any time. */
  static Path cache() {
    return home().resolve("embedded/target/cache");
  }

  private static List<String> withLibraries(String folder, String jar) {
    var classPath = new ArrayList<String>();
    classPath.add(built(folder + "/" + jar).toString());
    Path list = built(folder + "/class-path.txt");
    try {
      classPath.addAll(List.of(Files.readString(list).strip().split(File.pathSeparator)));
    } catch (IOException e) {
      throw new ServerException(list + " could not be read: " + e.getMessage(), e);
    }
    return List.copyOf(classPath);
  }

  private static List<String> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new ServerException(folder + " could not be read: " + e.getMessage(), e);
    }
  }

  private static Path built(String path) {
    Path file = home().resolve("embedded").resolve(path);
    if (!Files.exists(file)) {
      throw new ServerException(
          file + " is missing. Build first: ./mvnw -pl embedded -am test-compile");
    }
    return file;
  }

  private static Path home() {
    String home = System.getProperty(HOME_PROPERTY);
    if (home == null || home.isBlank()) {
      throw new ServerException(
          "the system property articles.home is not set. Set it to the project's root, where embedded/ is: -Darticles.home=DIR");
    }
    return Path.of(home).toAbsolutePath();
  }
}
