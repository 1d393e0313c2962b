package org.articlepipeline.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JVM to start: the {@code java} of this JVM, on a class path of its own.
 *
 * @param name how messages call the process
 * @param environment added to this JVM's own environment
 * @param log takes standard output and error; appended to, so that a restart keeps what led to it
 */
public record JavaCommand(
    String name,
    String mainClass,
    List<String> classPath,
    List<String> flags,
    List<String> args,
    Map<String, String> environment,
    Path log) {
  private static final String CLASS_PATH = System.getProperty("java.class.path", "");

  /** Copies what may change. */
  public JavaCommand {
    classPath = List.copyOf(classPath);
    flags = List.copyOf(flags);
    args = List.copyOf(args);
    environment = Map.copyOf(environment);
  }

  /** A main class on the class path of this JVM, without flags or arguments. */
  public static JavaCommand of(String name, Class<?> mainClass, Path log) {
    List<String> classPath = List.of(CLASS_PATH.split(File.pathSeparator));
    return new JavaCommand(
        name, mainClass.getName(), classPath, List.of(), List.of(), Map.of(), log);
  }

  /** The same with these JVM flags. */
  public JavaCommand withFlags(String... more) {
    return new JavaCommand(name, mainClass, classPath, List.of(more), args, environment, log);
  }

  /** The same with these arguments. */
  public JavaCommand withArgs(String... more) {
    return new JavaCommand(name, mainClass, classPath, flags, List.of(more), environment, log);
  }

  /** The same with these variables added to the environment. */
  public JavaCommand withEnvironment(Map<String, String> more) {
    return new JavaCommand(name, mainClass, classPath, flags, args, more, log);
  }

  JavaCommand withMoreFlags(String... more) {
    return withFlags(Stream.concat(flags.stream(), Stream.of(more)).toArray(String[]::new));
  }

  List<String> line(Path childJar) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags);
    line.add("-cp");
    line.add(childJar + File.pathSeparator + String.join(File.pathSeparator, classPath));
    line.add(ChildMain.class.getName());
    line.add(Long.toString(ProcessHandle.current().pid()));
    line.add(mainClass);
    line.addAll(args);
    return line;
  }
}
