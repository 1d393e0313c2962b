package org.articlepipeline.operations.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Header;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** A dead letter for people: its fields, and the failed record's value as what it is. */
public final class DeadLetterView {
  private static final int HEX_BYTES = 64;

  private DeadLetterView() {}

  /**
   * All fields; {@code value} is decoded, or {@code undecodable} says why not and {@code hex} how
   * it begins.
   */
  public static ObjectNode json(DeadLetter letter, TopicSerdes serdes) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("reason", letter.getReason())
        .put("message", letter.getMessage())
        .put("field", letter.getField())
        .put("stage", letter.getStage())
        .put("at", letter.getAt().toString())
        .put("uri", letter.getUri())
        .put("revision", letter.getRevision())
        .put("topic", letter.getTopic())
        .put("partition", letter.getPartition())
        .put("offset", letter.getOffset())
        .put("timestamp", letter.getTimestamp().toString())
        .put("key", text(letter.getKey()))
        .put("schemaId", letter.getSchemaId())
        .put("attempts", letter.getAttempts());
    ObjectNode headers = json.putObject("headers");
    for (Header header : letter.getHeaders()) {
      headers.put(header.getKey(), text(header.getValue()));
    }
    value(letter, serdes, json);
    return json;
  }

  /** One line for each field, the value last. */
  public static List<String> lines(ObjectNode json) {
    var lines = new ArrayList<String>();
    json.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isNull() && !(value.isObject() && value.isEmpty())) {
                String text = value.isObject() ? value.toPrettyString() : value.asText();
                lines.add(String.format(Locale.ROOT, "%-11s %s", field.getKey(), text));
              }
            });
    return lines;
  }

  private static void value(DeadLetter letter, TopicSerdes serdes, ObjectNode json) {
    byte[] bytes = bytes(letter.getValue());
    if (bytes == null) {
      json.putNull("value");
      return;
    }
    json.put("valueBytes", bytes.length);
    String problem = "no schema is known for topic " + letter.getTopic();
    for (Topic<?, ?> topic : Topics.all()) {
      if (topic.name().equals(letter.getTopic())) {
        switch (new RecordReader<>(topic, serdes).read(failed(letter, bytes))) {
          case Read.Value<?>(Object value) -> {
            json.set("value", tree(value));
            return;
          }
          case Read.Rejected<?>(var rejection) -> problem = rejection.message();
          case Read.Tombstone<?>() -> problem = "it is null";
        }
      }
    }
    json.put("undecodable", problem);
    json.put(
        "hex", HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, HEX_BYTES)));
  }

  private static SourceRecord failed(DeadLetter letter, byte[] value) {
    return new SourceRecord(
        letter.getTopic(),
        letter.getPartition(),
        letter.getOffset(),
        letter.getTimestamp().toEpochMilli(),
        bytes(letter.getKey()),
        value,
        new RecordHeaders());
  }

  /** Avro's own text is JSON, apart from bytes, which it writes as Latin-1 text. */
  private static JsonNode tree(Object value) {
    try {
      JsonNode tree = Json.MAPPER.readTree(value.toString());
      if (tree instanceof ObjectNode object
          && value instanceof ArticleSubmission submission
          && submission.getBody() != null
          && submission.getContentEncoding() == null) {
        object.put("body", text(submission.getBody(), submission.getCharset()));
      }
      return tree;
    } catch (JsonProcessingException e) {
      return Json.MAPPER.getNodeFactory().textNode(value.toString());
    }
  }

  /** As well as can be: the charset may be what is wrong with it. */
  private static String text(ByteBuffer body, @Nullable String charset) {
    Charset known = StandardCharsets.UTF_8;
    try {
      known = charset == null ? known : Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      // Then as if none was given.
    }
    return known.decode(body.duplicate()).toString();
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }

  private static @Nullable String text(@Nullable ByteBuffer buffer) {
    byte[] bytes = bytes(buffer);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
