package org.articlepipeline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
   * What hinders {@code reader} from reading what {@code writer} wrote; empty when nothing does.
   */
  static String differences(Schema writer, Schema reader) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return String.join(
        "; ",
        result.getIncompatibilities().stream()
            .map(i -> "%s at %s (%s)".formatted(i.getType(), i.getLocation(), i.getMessage()))
            .toList());
  }

  static IndexedRecord convert(IndexedRecord record, Schema to) throws IOException {
    var out = new ByteArrayOutputStream();
    AvroSerializer.encode(record, out);
    var reader = new GenericDatumReader<IndexedRecord>(record.getSchema(), to);
    return reader.read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
  }
}
