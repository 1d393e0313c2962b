package org.articlepipeline.platform;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a service's configuration into a typed interface (SmallRye {@code @ConfigMapping}, prefix
 * {@code articles}).
 *
 * <p>Three sources, the later wins: a {@code .properties} file, environment variables ({@code
 * articles.kafka.bootstrap-servers} is {@code ARTICLES_KAFKA_BOOTSTRAP_SERVERS}), values given by
 * the program. Keys that the interface does not have are refused: a typo must not fall back to a
 * default in silence.
 */
public final class Configs {
  private static final Logger LOG = LoggerFactory.getLogger(Configs.class);
  private static final String PREFIX = "articles.";
  private static final String ENV_PREFIX = "ARTICLES_";

  /** Says something to SmallRye's developers, nothing to those who wrote the configuration. */
  private static final Pattern LIBRARY_PREFIX = Pattern.compile("^(java\\.\\S+: )?(SRCFG\\d+: )?");

  private Configs() {}

  /** As {@link #load(Class, Path, Map, Map)}, with this process's environment. */
  public static <T> T load(Class<T> mapping, @Nullable Path file, Map<String, String> overrides) {
    return load(mapping, file, System.getenv(), overrides);
  }

  /**
   * @param overrides full keys ({@code articles.http.port}) and values
   * @throws ConfigException naming every unknown key and every missing or invalid value
   */
  public static <T> T load(
      Class<T> mapping,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> overrides) {
    Map<String, String> fromFile = file == null ? Map.of() : read(file);
    Map<String, String> fromEnvironment =
        environment.entrySet().stream()
            .filter(e -> e.getKey().startsWith(ENV_PREFIX))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (String name : unknownVariables(mapping, fromEnvironment)) {
      LOG.atWarn().addKeyValue("variable", name).log("environment variable is unknown, ignored");
    }
    try {
      return new SmallRyeConfigBuilder()
          .withSources(
              new PropertiesConfigSource(fromFile, "file " + file, 100),
              new EnvConfigSource(fromEnvironment, 200),
              new PropertiesConfigSource(overrides, "program", 300))
          .withMapping(mapping)
          .build()
          .getConfigMapping(mapping);
    } catch (ConfigValidationException e) {
      throw new ConfigException(problems(e, fromFile.keySet(), file));
    }
  }

  /** Names in the environment that look like ours and set nothing. */
  static List<String> unknownVariables(Class<?> mapping, Map<String, String> environment) {
    List<String> known =
        ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
            .map(Configs::variable)
            .toList();
    return environment.keySet().stream()
        .filter(name -> name.startsWith(ENV_PREFIX))
        .filter(
            name ->
                known.stream().noneMatch(k -> k.endsWith("*") ? isBelow(name, k) : name.equals(k)))
        .sorted()
        .toList();
  }

  private static boolean isBelow(String name, String pattern) {
    return name.startsWith(pattern.substring(0, pattern.length() - 1));
  }

  /** {@code articles.http.port} as an environment variable; {@code *} stays. */
  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          List.of("config file " + file + " can't be read: " + reason(e, file)));
    }
    Map<String, String> values = new TreeMap<>();
    List<String> foreign = new ArrayList<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        values.put(key, properties.getProperty(key).strip());
      } else {
        foreign.add(key + " in " + file + " is unknown: keys start with '" + PREFIX + "'");
      }
    }
    if (!foreign.isEmpty()) {
      throw new ConfigException(foreign);
    }
    return values;
  }

  private static String reason(Exception e, Path file) {
    if (!Files.exists(file)) {
      return "there is no such file";
    }
    return Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
  }

  private static List<String> problems(
      ConfigValidationException e, Iterable<String> fileKeys, @Nullable Path file) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < e.getProblemCount(); i++) {
      String text = LIBRARY_PREFIX.matcher(e.getProblem(i).getMessage()).replaceFirst("");
      for (String key : fileKeys) {
        if (text.contains(key)) {
          text += " (in " + file + ")";
          break;
        }
      }
      problems.add(text);
    }
    return problems;
  }
}
