package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every topic's schema against each version that was ever published, history/NAME/N.avsc: all
 * of them read each other (FULL_TRANSITIVE), because compacted topics hold records of all versions
 * and CMSes write with old ones for years.
 */
class SchemaHistoryTest {

  private static final Path HISTORY = Path.of("src/test/resources/history");

  static Stream<Schema> schemas() {
    return Topics.all().stream()
        .map(t -> parse(SchemaText.of(SpecificData.get().getSchema(t.valueType()))));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void theSchemaIsTheNewestVersionOfItsHistory(Schema schema) throws IOException {
    NavigableMap<Integer, Schema> versions = versions(schema);
    if (versions.isEmpty() || !versions.lastEntry().getValue().equals(schema)) {
      int next = versions.isEmpty() ? 1 : versions.lastKey() + 1;
      Path made = Path.of("target/history", schema.getName(), next + ".avsc");
      Files.createDirectories(made.getParent());
      Files.writeString(made, SchemaText.tree(schema).toPrettyString() + "\n");
      fail(
          "%s has changed and its history does not have it: copy schemas/%s to schemas/%s/%s/"
              .formatted(schema.getName(), made, HISTORY, schema.getName()));
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyVersionReadsWhatEveryOtherWrote(Schema schema) throws IOException {
    NavigableMap<Integer, Schema> versions = versions(schema);
    versions.put(versions.isEmpty() ? 1 : versions.lastKey() + 1, schema);
    versions.forEach(
        (w, writer) ->
            versions.forEach(
                (r, reader) ->
                    assertThat(SchemaConversion.differences(writer, reader))
                        .as(
                            "what hinders version %d of %s from reading version %d; the last is the one in src/main/avro, so change that: new fields need a default, nothing else may be taken out, renamed or retyped",
                            r, schema.getName(), w)
                        .isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyEnumHasADefaultForSymbolsThatOldReadersDoNotKnow(Schema schema) {
    assertThat(enumsIn(schema))
        .allSatisfy(e -> assertThat(e.getEnumDefault()).as(e.getFullName()).isEqualTo("UNKNOWN"));
  }

  @Test
  void theHistoryHasNoSchemaThatWasTakenOut() throws IOException {
    try (Stream<Path> names = Files.list(HISTORY)) {
      assertThat(names.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(schemas().map(Schema::getName).toList());
    }
  }

  private static NavigableMap<Integer, Schema> versions(Schema schema) throws IOException {
    var versions = new TreeMap<Integer, Schema>();
    Path folder = HISTORY.resolve(schema.getName());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String number = file.getFileName().toString().replace(".avsc", "");
          versions.put(Integer.valueOf(number), parse(Files.readString(file)));
        }
      }
    }
    return versions;
  }

  private static Schema parse(String text) {
    return new Schema.Parser().parse(text);
  }

  private static List<Schema> enumsIn(Schema schema) {
    return switch (schema.getType()) {
      case ENUM -> List.of(schema);
      case RECORD ->
          schema.getFields().stream().flatMap(f -> enumsIn(f.schema()).stream()).toList();
      case UNION -> schema.getTypes().stream().flatMap(s -> enumsIn(s).stream()).toList();
      case ARRAY -> enumsIn(schema.getElementType());
      case MAP -> enumsIn(schema.getValueType());
      default -> List.of();
    };
  }
}
