package org.articlepipeline.enrich.stories;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link Member} as the state store has it. */
final class MemberBytes {
  private static final byte LAYOUT = 1;

  private MemberBytes() {}

  static byte[] write(Member member) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(member.uri());
      out.writeLong(member.revision());
      out.writeLong(member.ingestedAt());
      out.writeLong(member.firstIngestedAt());
      Long published = member.datePublished();
      out.writeBoolean(published != null);
      out.writeLong(published == null ? 0 : published);
      writeText(out, member.url());
      writeText(out, member.canonicalUrl());
      out.write(member.minHash().bytes().array());
      out.writeUTF(member.assignment().clusterUri());
      out.writeBoolean(member.assignment().clusterHead());
      writeText(out, member.assignment().duplicateOf());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalStateException when another version of this program wrote it
   */
  static Member read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException(
            "store 'story-members' holds layout %d; this version knows %d"
                .formatted(layout, LAYOUT));
      }
      String uri = in.readUTF();
      long revision = in.readLong();
      long ingestedAt = in.readLong();
      long firstIngestedAt = in.readLong();
      boolean isPublished = in.readBoolean();
      long published = in.readLong();
      String url = readText(in);
      String canonicalUrl = readText(in);
      MinHash minHash = MinHash.of(ByteBuffer.wrap(in.readNBytes(MinHash.SIZE * Integer.BYTES)));
      Assignment assignment = new Assignment(in.readUTF(), in.readBoolean(), readText(in));
      return new Member(
          uri,
          revision,
          ingestedAt,
          firstIngestedAt,
          isPublished ? published : null,
          url,
          canonicalUrl,
          minHash,
          assignment);
    } catch (IOException e) {
      throw new UncheckedIOException("a value of store 'story-members' ends too early", e);
    }
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
