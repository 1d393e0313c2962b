package org.articlepipeline.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Class data sharing: a server's loaded classes in a file that later starts map into memory, which
 * halves the processor time of a start. An archive fits one class path and one JVM; the JVM checks
 * this itself, and starts without the archive when in doubt.
 *
 * @param file where the archive is, or is to be
 */
record ClassArchive(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

  /** For a server that runs the command. The name changes with all that would make it useless. */
  static ClassArchive of(JavaCommand command) {
    var key = new StringBuilder(System.getProperty("java.vm.version", ""));
    key.append(state(ServerFiles.childJar()));
    command.classPath().forEach(entry -> key.append(entry).append(state(Path.of(entry))));
    UUID hash = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
    String server = command.mainClass().substring(command.mainClass().lastIndexOf('.') + 1);
    return new ClassArchive(ServerFiles.cache().resolve(server).resolve(hash + ".jsa"));
  }

  private static String state(Path jar) {
    try {
      var found = Files.readAttributes(jar, BasicFileAttributes.class);
      return ":" + found.size() + ":" + found.lastModifiedTime().toMillis() + ";";
    } catch (IOException e) {
      return ":missing;";
    }
  }

  /** The same command by way of the archive, where there is one. */
  JavaCommand use(JavaCommand command) {
    return Files.exists(file) ? command.withMoreFlags("-XX:SharedArchiveFile=" + file) : command;
  }

  /**
   * Runs something to be recorded, unless it was. Servers start without archives too, so a failure
   * is only logged.
   */
  void record(JavaCommand command, RecordedRun run) {
    if (Files.exists(file)) {
      return;
    }
    Path unfinished = file.resolveSibling(UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      run.of(command.withMoreFlags("-XX:ArchiveClassesAtExit=" + unfinished));
      removeOutdated();
      // In one step, because other JVMs may look for it at any time.
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("process", command.name())
          .addKeyValue("reason", e.toString())
          .log("class archive not written, starts stay slow");
    }
  }

  private void removeOutdated() throws IOException {
    try (var archives = Files.newDirectoryStream(file.getParent(), "*.jsa")) {
      for (Path outdated : archives) {
        Files.delete(outdated);
      }
    }
  }

  /** Starts the command and stops it in good order: the JVM writes the archive at its end. */
  @FunctionalInterface
  interface RecordedRun {
    void of(JavaCommand recording);
  }
}
