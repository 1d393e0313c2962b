package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.articlepipeline.ingest.gateway.ApiKey;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.SecretFile;

/** A gateway's keys file; and the key that a local stack makes, so that one can start at once. */
final class GatewayKeys {
  private static final String SOURCE = "demo";

  private final Path folder;

  GatewayKeys(Path data) {
    folder = data.resolve("gateway");
  }

  /** Holds hashes, so others may read it. */
  Path file() {
    return folder.resolve("keys");
  }

  /** Holds the key of the source {@value #SOURCE}, for its owner alone. */
  Path demoKey() {
    return folder.resolve(SOURCE + ".key");
  }

  /**
   * Makes what is not there; a stack that starts again keeps its key.
   *
   * @throws CommandException when the folder can't be written to
   */
  void prepare() {
    try {
      Files.createDirectories(folder);
      SecretFile.make(demoKey(), () -> ApiKey.create(SOURCE).secret());
      String line = new ApiKey(SOURCE, Files.readString(demoKey()).strip()).line();
      if (!Files.exists(file()) || Files.readString(file()).lines().noneMatch(line::equals)) {
        append(file(), line);
      }
    } catch (IOException e) {
      throw new CommandException(folder + " can't be used: " + e.getMessage(), e);
    }
  }

  /** On a line of its own, also when the last one was not ended. */
  static void append(Path file, String line) throws IOException {
    boolean open = Files.exists(file) && !Files.readString(file).matches("(?s)|.*\\R");
    Files.writeString(
        file,
        (open ? "\n" : "") + line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
