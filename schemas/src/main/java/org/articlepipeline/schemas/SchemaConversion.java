package org.articlepipeline.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.StringJoiner;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;

/**
 * Turns a record into another version of its schema by writing and reading it: by name, never by
 * position.
 */
final class SchemaConversion {

  private SchemaConversion() {}

  /** Fails where a record of {@code from} cannot be written as {@code to}. */
  static void check(Schema from, Schema to, String subject) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(to, from);
    if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new IncompatibleSchemaException(
          "%s can't be written with the newest schema of %s: %s"
              .formatted(from.getFullName(), subject, differences(from, to)));
    }
  }

  /**
   * What hinders {@code reader} from reading what {@code writer} wrote, by field; empty when
   * nothing does.
   */
  static String differences(Schema writer, Schema reader) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return String.join(
        "; ",
        result.getIncompatibilities().stream()
            .map(
                i ->
                    "%s: %s (%s)"
                        .formatted(field(reader, i.getLocation()), i.getType(), i.getMessage()))
            .toList());
  }

  /** Turns {@code /fields/3/type/fields/0} into the names of the fields: {@code images.url}. */
  private static String field(Schema reader, String pointer) {
    var names = new StringJoiner(".").setEmptyValue(reader.getName());
    JsonNode node = SchemaText.tree(reader);
    for (String step : pointer.substring(1).split("/")) {
      boolean field = node.isArray() && node.path(0).has("type");
      node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
      if (field && node.has("name")) {
        names.add(node.path("name").asText());
      }
    }
    return names.toString();
  }

  static IndexedRecord convert(IndexedRecord record, Schema to) throws IOException {
    var out = new ByteArrayOutputStream();
    AvroSerializer.encode(record, out);
    var reader = new GenericDatumReader<IndexedRecord>(record.getSchema(), to);
    return reader.read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
  }
}
