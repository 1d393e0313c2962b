package org.articlepipeline.operations.cluster;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that holds a secret on one line, for its owner alone. */
public final class SecretFile {
  private SecretFile() {}

  /** Makes it when it is not there; a stack that starts again keeps its secrets. */
  public static void make(Path file, Supplier<String> secret) throws IOException {
    try {
      Path made = Files.createFile(file, ownerOnly());
      Files.writeString(made, secret.get() + "\n");
    } catch (FileAlreadyExistsException e) {
      // Of an earlier run.
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
