package org.articlepipeline.index.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Header;
import org.articlepipeline.schemas.Receipt;
import org.jspecify.annotations.Nullable;

/** The documents of receipts and dead letters. What is null or empty is left out. */
public final class JournalDocument {
  /** Bytes of a dead letter's value that its document shows; the topic has all of them. */
  static final int MAX_VALUE_BYTES = 64 * 1024;

  /** Bytes of keys and header values that are shown. */
  private static final int MAX_TEXT_BYTES = 4 * 1024;

  private JournalDocument() {}

  public static byte[] of(Receipt r) {
    Integer run = r.getEnrichmentRun();
    return JsonFields.object(
        512,
        json ->
            json.text("uri", r.getUri())
                .number("revision", r.getRevision())
                .text("source", r.getSource())
                .text("stage", r.getStage())
                .text("outcome", r.getOutcome())
                .text("reason", r.getReason())
                .text("message", r.getMessage())
                .instant("at", r.getAt())
                .instant("submittedAt", r.getSubmittedAt())
                .number("enrichmentRun", run == null ? null : Long.valueOf(run))
                .text("topic", r.getTopic())
                .number("partition", r.getPartition())
                .number("offset", r.getOffset())
                .instant("contentGoneAt", r.getContentGoneAt()));
  }

  public static byte[] of(DeadLetter d) {
    ByteBuffer value = d.getValue();
    Integer schemaId = d.getSchemaId();
    Instant timestamp = d.getTimestamp();
    return JsonFields.object(
        1024,
        json ->
            json.text("stage", d.getStage())
                .text("reason", d.getReason())
                .text("message", d.getMessage())
                .text("field", d.getField())
                .text("uri", d.getUri())
                .number("revision", d.getRevision())
                .instant("at", d.getAt())
                .text("topic", d.getTopic())
                .number("partition", d.getPartition())
                .number("offset", d.getOffset())
                .instant("timestamp", timestamp)
                .text("key", text(d.getKey()))
                .text("value", base64(value))
                .number("valueBytes", value == null ? null : Long.valueOf(value.remaining()))
                .objects("headers", d.getHeaders(), JournalDocument::header)
                .number("schemaId", schemaId == null ? null : Long.valueOf(schemaId))
                .number("attempts", d.getAttempts()));
  }

  private static void header(JsonFields json, Header header) {
    json.text("key", header.getKey()).text("value", text(header.getValue()));
  }

  /** UTF-8; bytes that are none become U+FFFD. */
  private static @Nullable String text(@Nullable ByteBuffer bytes) {
    return bytes == null ? null : new String(first(bytes, MAX_TEXT_BYTES), UTF_8);
  }

  private static @Nullable String base64(@Nullable ByteBuffer bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(first(bytes, MAX_VALUE_BYTES));
  }

  private static byte[] first(ByteBuffer bytes, int limit) {
    byte[] copy = new byte[Math.min(bytes.remaining(), limit)];
    bytes.duplicate().get(copy);
    return copy;
  }
}
