package org.articlepipeline.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a log file that one run of a process wrote.
 *
 * @param start the file's length in bytes when the run began
 */
record ProcessLog(Path file, long start) {
  private static final int TAIL_LINES = 15;
  private static final int TAIL_BYTES = 64 * 1024;

  static ProcessLog after(Path file) throws IOException {
    return new ProcessLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  boolean contains(String text) {
    return read(start).contains(text);
  }

  String describeTail() {
    List<String> lines = read(Math.max(start, length() - TAIL_BYTES)).lines().toList();
    if (lines.isEmpty()) {
      return "It logged nothing to " + file;
    }
    return lines.stream()
        .skip(Math.max(0, lines.size() - TAIL_LINES))
        .collect(Collectors.joining("\n  ", "Last lines of " + file + ":\n  ", ""));
  }

  private long length() {
    return file.toFile().length();
  }

  private String read(long from) {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var bytes = new byte[(int) Math.max(0, in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
