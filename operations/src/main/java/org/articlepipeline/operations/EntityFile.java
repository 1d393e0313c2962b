package org.articlepipeline.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.articlepipeline.enrich.knowledge.EntityFormatException;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.schemas.Entity;

/** A knowledge base in a file of JSON lines. */
final class EntityFile {
  private final Path file;
  private final CommandOptions options;

  EntityFile(Path file, CommandOptions options) {
    this.file = file;
    this.options = options;
  }

  List<Entity> all() {
    return read(Stream::toList);
  }

  /** Reads the file once from its begin; it may be larger than memory. */
  <T> T read(Function<Stream<Entity>, T> reading) {
    if (!Files.isRegularFile(file)) {
      throw options.wrongUsage(file + ": no such file");
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return reading.apply(EntityJsonLines.read(lines));
    } catch (EntityFormatException e) {
      throw new CommandException(file + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw unreadable(e, e.getCause() instanceof MalformedInputException);
    } catch (IOException e) {
      throw unreadable(e, false);
    }
  }

  private CommandException unreadable(Exception e, boolean otherEncoding) {
    String why = otherEncoding ? "it is not UTF-8" : String.valueOf(e.getMessage());
    return new CommandException(file + " can't be read: " + why, e);
  }
}
