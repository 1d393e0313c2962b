package org.articlepipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at a server's folder before the server does: servers tell of a full disk late, and in many
 * words.
 */
final class DataFolder {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long NEEDED_MEBIBYTES = 256;

  private DataFolder() {}

  /**
   * Makes the folder where it is not there yet.
   *
   * @return its absolute path
   * @throws ServerException when it cannot be written to, or its disk is all but full
   */
  static Path prepare(Path folder) {
    return prepare(folder, NEEDED_MEBIBYTES);
  }

  static Path prepare(Path folder, long neededMebibytes) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Path probe = Files.createTempFile(absolute, "probe", null);
      Files.delete(probe);
      long free = Files.getFileStore(absolute).getUsableSpace() / MEBIBYTE;
      if (free < neededMebibytes) {
        throw new ServerException(
            "the disk of %s is full: %d MiB are left, %d are needed. Make room, or choose another folder."
                .formatted(absolute, free, neededMebibytes));
      }
      return absolute;
    } catch (IOException e) {
      throw new ServerException(
          "%s cannot be written to (%s). Choose another folder.".formatted(absolute, e), e);
    }
  }
}
