package org.articlepipeline.schemas;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one writer's schema. Avro's own reader resolves schemas once and is safe to share
 * among threads; its decoder over an array checks every length against the bytes that are left
 * before it allocates.
 */
final class ValueReader<T extends IndexedRecord> {

  private final Schema writer;
  private final Schema reader;
  private final DatumReader<T> datum;
  private volatile @Nullable String differences;

  private ValueReader(Schema writer, Schema reader, DatumReader<T> datum) {
    this.writer = writer;
    this.reader = reader;
    this.datum = datum;
  }

  /**
   * @param type the class to read into; null with {@code specific}: found by the writer's name;
   *     null without: GenericRecord
   */
  static <T extends IndexedRecord> ValueReader<T> of(
      Schema writer, @Nullable Class<T> type, boolean specific) {
    if (!specific) {
      return new ValueReader<>(writer, writer, new GenericDatumReader<>(writer));
    }
    Class<?> target = type != null ? type : SpecificData.get().getClass(writer);
    if (target == null) {
      throw new WrongTypeException(
          "there is no class %s: put it on the class path, or set specific.avro.reader=false"
              .formatted(writer.getFullName()));
    }
    SpecificData data = SpecificData.getForClass(target);
    Schema reader = data.getSchema(target);
    if (!writer.getFullName().equals(reader.getFullName())) {
      throw new WrongTypeException(
          "the value is a %s, but a %s belongs here"
              .formatted(writer.getFullName(), reader.getFullName()));
    }
    return new ValueReader<>(writer, reader, new SpecificDatumReader<>(writer, reader, data));
  }

  T read(String topic, int id, byte[] value) {
    BinaryDecoder in =
        DecoderFactory.get()
            .binaryDecoder(
                value, WireFormat.HEADER_BYTES, value.length - WireFormat.HEADER_BYTES, null);
    try {
      T read = datum.read(null, in);
      if (in.isEnd()) {
        return read;
      }
    } catch (AvroTypeException e) {
      throw mismatch(topic, id, e);
    } catch (EOFException e) {
      throw damaged(topic, id, "it ends too early", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Damaged lengths, indexes and union branches surface as any of these.
      throw damaged(topic, id, String.valueOf(e.getMessage()), e);
    }
    throw damaged(topic, id, "bytes are left over at its end", null);
  }

  private RegistryException mismatch(String topic, int id, AvroTypeException e) {
    String hindrance = differences();
    return hindrance.isEmpty()
        ? damaged(topic, id, String.valueOf(e.getMessage()), e)
        : new IncompatibleSchemaException(
            "schema id %d of a value in %s can't be read as %s: %s"
                .formatted(id, topic, reader.getFullName(), hindrance),
            e);
  }

  /** Worked out once: a flood of damaged values must not become a flood of comparisons. */
  private String differences() {
    String known = differences;
    if (known == null) {
      known = SchemaConversion.differences(writer, reader);
      differences = known;
    }
    return known;
  }

  private NotAvroException damaged(String topic, int id, String why, @Nullable Throwable cause) {
    return new NotAvroException(
        "a value in %s is no Avro of schema id %d, %s: %s"
            .formatted(topic, id, writer.getFullName(), why),
        cause);
  }
}
