package org.articlepipeline.operations;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.articlepipeline.enrich.knowledge.EntityFormatException;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.enrich.knowledge.WikidataCounts;
import org.articlepipeline.enrich.knowledge.WikidataDump;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.schemas.Entity;

/** A knowledge base in a file: JSON lines, or a dump of Wikidata; either may be gzipped. */
final class EntityFile {
  private final Path file;
  private final CommandOptions options;
  private final EntityFormat format;
  private final String language;
  private WikidataCounts counts = new WikidataCounts();

  EntityFile(Path file, CommandOptions options) {
    this(file, options, EntityFormat.AUTO, "en");
  }

  /**
   * @param language whose names are read from a dump of Wikidata
   */
  EntityFile(Path file, CommandOptions options, EntityFormat format, String language) {
    this.file = file;
    this.options = options;
    this.format = format;
    this.language = language;
  }

  List<Entity> all() {
    return read(Stream::toList);
  }

  /** What was left out of a dump of Wikidata when it was read last. */
  WikidataCounts counts() {
    return counts;
  }

  /** Reads the file once from its begin; it may be larger than memory. */
  <T> T read(Function<Stream<Entity>, T> reading) {
    if (!Files.isRegularFile(file)) {
      throw options.wrongUsage(file + ": no such file");
    }
    try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)))) {
      return reading.apply(entities(new BufferedInputStream(in)).map(this::checked));
    } catch (EntityFormatException e) {
      throw new CommandException(file + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputStream unpacked(BufferedInputStream in) throws IOException {
    if (EntityFormat.isBzip2(in)) {
      throw new CommandException(
          file + " is bzip2, which is not read: bzcat it into gzip first, or into a plain file");
    }
    return EntityFormat.isGzip(in) ? new GZIPInputStream(in) : in;
  }

  private Stream<Entity> entities(BufferedInputStream in) throws IOException {
    EntityFormat known = format == EntityFormat.AUTO ? EntityFormat.of(in) : format;
    // A decoder of its own reports what is no UTF-8, where a charset alone would replace it.
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    counts = new WikidataCounts();
    return known == EntityFormat.WIKIDATA
        ? WikidataDump.read(lines, language, counts)
        : EntityJsonLines.read(lines);
  }

  private Entity checked(Entity entity) {
    if (StarterSet.has(entity.getUri())) {
      throw new CommandException(
          file
              + ": '"
              + entity.getUri()
              + "' is a uri of the starter set; give your entity another one: it goes before the"
              + " starter's of its name");
    }
    return entity;
  }

  private CommandException unreadable(IOException e) {
    String why =
        e instanceof CharacterCodingException ? "it is not UTF-8" : String.valueOf(e.getMessage());
    return new CommandException(file + " can't be read: " + why, e);
  }
}
