package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two submissions of one revision say the same: SHA-256 over every field but {@code
 * submittedAt}, the body without its content encoding. Fields at their default count as absent, so
 * a schema that gains a field gives the records of yesterday the same hash; map entries count in
 * the order of their keys.
 */
final class ContentHash {

  private static final Set<String> LEFT_OUT = Set.of("submittedAt", "body", "contentEncoding");

  private ContentHash() {}

  /** 64 hexadecimal digits. */
  static String of(ValidSubmission valid) {
    MessageDigest sha = sha256();
    try (var out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha))) {
      write(out, valid.submission());
      out.write(valid.body());
    } catch (IOException e) {
      throw new UncheckedIOException("a digest does not fail", e);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.write('0');
      case IndexedRecord record -> writeFields(out, record);
      case List<?> list -> {
        out.writeInt(list.size());
        for (Object item : list) {
          write(out, item);
        }
      }
      case Map<?, ?> map -> {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
          write(out, entry.getKey());
          write(out, entry.getValue());
        }
      }
      default -> {
        byte[] text = value.toString().getBytes(UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    }
  }

  private static void writeFields(DataOutputStream out, IndexedRecord record) throws IOException {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      boolean isDefault =
          field.hasDefaultValue()
              && Objects.equals(value, SpecificData.get().getDefaultValue(field));
      if (!isDefault && !LEFT_OUT.contains(field.name())) {
        write(out, field.name());
        write(out, value);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
