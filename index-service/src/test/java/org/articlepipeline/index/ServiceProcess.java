package org.articlepipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.articlepipeline.embedded.JavaCommand;

/** The service in a JVM that can be killed. */
public final class ServiceProcess {
  /**
   * Takes the place of a killed one at once, which without it would be kept for it for the ten
   * seconds of its session.
   */
  public static final Map<String, String> SAME_MEMBER =
      Map.of("articles.kafka.properties.\"group.instance.id\"", "one");

  private ServiceProcess() {}

  /**
   * @param folder for configuration and log
   * @param more keys and values of the configuration
   */
  public static JavaCommand command(TestPipeline pipeline, Path folder, Map<String, String> more)
      throws IOException {
    Properties settings = new Properties();
    settings.putAll(pipeline.settings());
    settings.putAll(more);
    Path config = folder.resolve("index.properties");
    try (var out = Files.newBufferedWriter(config)) {
      settings.store(out, null);
    }
    return JavaCommand.of("index-service", IndexService.class, folder.resolve("service.log"))
        .withFlags(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow")
        .withArgs("--config", config.toString());
  }
}
