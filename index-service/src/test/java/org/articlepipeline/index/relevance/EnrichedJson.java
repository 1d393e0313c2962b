package org.articlepipeline.index.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.articlepipeline.schemas.EnrichedArticle;

/** A document's JSON as the record that it was made from, so that it is indexed as any other. */
final class EnrichedJson {
  private EnrichedJson() {}

  static EnrichedArticle article(JsonNode document) {
    Schema schema = EnrichedArticle.getClassSchema();
    var bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema).write(record(schema, document), encoder);
      return new SpecificDatumReader<>(EnrichedArticle.class)
          .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericRecord record(Schema schema, JsonNode json) {
    var builder = new GenericRecordBuilder(schema);
    for (Schema.Field field : schema.getFields()) {
      if (json.has(field.name())) {
        builder.set(field, value(field.schema(), json.path(field.name())));
      }
    }
    return builder.build();
  }

  private static Object value(Schema schema, JsonNode json) {
    return switch (schema.getType()) {
      case UNION ->
          value(
              schema.getTypes().stream()
                  .filter(type -> type.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow(),
              json);
      case RECORD -> record(schema, json);
      case ENUM -> new GenericData.EnumSymbol(schema, json.asText());
      case ARRAY -> {
        List<Object> values = new ArrayList<>();
        json.forEach(element -> values.add(value(schema.getElementType(), element)));
        yield values;
      }
      case MAP -> {
        Map<String, Object> values = new HashMap<>();
        json.properties()
            .forEach(e -> values.put(e.getKey(), value(schema.getValueType(), e.getValue())));
        yield values;
      }
      // an instant when it is a long
      case LONG -> json.isTextual() ? Instant.parse(json.asText()).toEpochMilli() : json.asLong();
      case INT -> json.asInt();
      case DOUBLE -> json.asDouble();
      case FLOAT -> (float) json.asDouble();
      case BOOLEAN -> json.asBoolean();
      default -> json.asText();
    };
  }
}
