package org.articlepipeline.enrich;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What was published of one article last, and what must stay when it is published again. Holds no
 * content.
 *
 * @param seen the highest revision that was read, published or rejected
 * @param revision the published one; 0 when none was
 * @param run its enrichment run
 * @param digest {@link EnrichedDigest} of it; "" when it has to be published again whatever it says
 * @param learned whether the topic told of it, and nothing was published since
 * @param assignment the story that it belongs to; null when nobody said
 */
record Publication(
    long seen,
    long revision,
    int run,
    String digest,
    boolean learned,
    @Nullable Assignment assignment) {

  /** Of an article that nothing was read of yet. */
  static final Publication NONE = new Publication(0, 0, 0, "", true, null);

  private static final byte LAYOUT = 1;

  /**
   * @param duplicateOf null when it repeats no other
   * @param version grows with each assignment of this article
   */
  record Assignment(
      String clusterUri, boolean clusterHead, @Nullable String duplicateOf, long version) {}

  Publication seen(long revision) {
    return new Publication(
        Math.max(seen, revision), this.revision, run, digest, learned, assignment);
  }

  Publication published(long revision, int run, String digest) {
    return new Publication(Math.max(seen, revision), revision, run, digest, false, assignment);
  }

  /**
   * What the topic tells, of somebody who wrote it before the first article came here. What was
   * published since hides it there, so it has to be published again.
   */
  Publication learned(long revision, int run, String digest) {
    return new Publication(
        Math.max(seen, revision), revision, run, learned ? digest : "", learned, assignment);
  }

  /** The same, but whatever comes out next is published. */
  Publication toBePublished() {
    return new Publication(seen, revision, run, "", learned, assignment);
  }

  Publication assigned(Assignment to) {
    return new Publication(seen, revision, run, digest, learned, to);
  }

  boolean isOlderThan(long revision, int run) {
    return this.revision < revision || this.revision == revision && this.run < run;
  }

  static Serde<Publication> serde() {
    Serializer<Publication> serializer = (topic, p) -> p == null ? null : p.bytes();
    Deserializer<Publication> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeLong(seen);
      out.writeLong(revision);
      out.writeInt(run);
      out.writeUTF(digest);
      out.writeBoolean(learned);
      out.writeBoolean(assignment != null);
      if (assignment != null) {
        out.writeUTF(assignment.clusterUri);
        out.writeBoolean(assignment.clusterHead);
        out.writeUTF(assignment.duplicateOf == null ? "" : assignment.duplicateOf);
        out.writeLong(assignment.version);
      }
    } catch (IOException e) {
      throw new SerializationException("a publication can't be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private static Publication of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new SerializationException(
            "store '%s' has layout %d; this version knows layout %d only"
                .formatted(EnrichStores.PUBLICATIONS, layout, LAYOUT));
      }
      return new Publication(
          in.readLong(),
          in.readLong(),
          in.readInt(),
          in.readUTF(),
          in.readBoolean(),
          in.readBoolean() ? readAssignment(in) : null);
    } catch (IOException e) {
      throw new SerializationException("a publication can't be read: " + e.getMessage(), e);
    }
  }

  private static Assignment readAssignment(DataInputStream in) throws IOException {
    String clusterUri = in.readUTF();
    boolean clusterHead = in.readBoolean();
    String duplicateOf = in.readUTF();
    return new Assignment(
        clusterUri, clusterHead, duplicateOf.isEmpty() ? null : duplicateOf, in.readLong());
  }
}
