package org.articlepipeline.enrich.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.articlepipeline.schemas.Entity;

/**
 * The format in which knowledge bases are imported: JSON Lines in UTF-8, one entity a line.
 *
 * <pre>{@code
 * {"uri": "urn:entity:kanye-west", "name": "Kanye West", "type": "PERSON",
 *  "aliases": [{"name": "Ye", "strength": "WEAK"}, "Kanye Omari West"],
 *  "sameAs": ["https://www.wikidata.org/wiki/Q15935"], "ignored": false}
 * }</pre>
 *
 * Only uri, name and type are required. An alias that is a plain string is strong. Empty lines, and
 * lines that start with {@code #}, are skipped.
 */
public final class EntityJsonLines {

  private EntityJsonLines() {}

  /**
   * Parses line by line, as the stream is read; it may hold millions.
   *
   * @throws EntityFormatException from the stream, at the first line that is no entity
   * @throws UncheckedIOException from the stream
   */
  public static Stream<Entity> read(BufferedReader lines) {
    AtomicLong number = new AtomicLong();
    return lines
        .lines()
        .map(line -> new Numbered(number.incrementAndGet(), line.strip()))
        .filter(line -> !line.text().isEmpty() && !line.text().startsWith("#"))
        .map(line -> parse(line.text(), line.number()));
  }

  private record Numbered(long number, String text) {}

  /**
   * @param number of the line, for messages
   * @throws EntityFormatException when it is no entity
   */
  public static Entity parse(String line, long number) {
    return new EntityLine(line, number).entity();
  }

  /** What comes with the service: the starter set, and what the samples name. */
  public static List<Entity> sample() {
    return Stream.concat(
            StarterSet.entities().stream(), resource("/sample-entities.jsonl").stream())
        .toList();
  }

  static List<Entity> resource(String name) {
    InputStream in = EntityJsonLines.class.getResourceAsStream(name);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return read(lines).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
