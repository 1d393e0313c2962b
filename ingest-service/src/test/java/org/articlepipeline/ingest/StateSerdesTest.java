package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores hold comes back as it went in, and what another version wrote is not misread. */
class StateSerdesTest {

  @Test
  void aRevisionStateComesBack() {
    var serde = RevisionState.serde();
    for (Instant time : new Instant[] {null, Instant.parse("2030-01-01T00:00:00Z")}) {
      Instant later = time == null ? null : time.plusSeconds(1);
      var state =
          new RevisionState(7, "0123456789abcdef".repeat(4), PubStatus.WITHHELD, time, later, 5);

      byte[] bytes = serde.serializer().serialize("t", state);

      assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(state);
    }
  }

  @Test
  void revisionStatesOfEarlierLayoutsAreRead() {
    Instant time = Instant.ofEpochMilli(99);
    assertThat(read(1, 99)).isEqualTo(state(time, null, 0));
    assertThat(read(2, 99, 99)).isEqualTo(state(time, time, 0));
    assertThat(read(2, 0, 99))
        .as("that is not held, so it was sent")
        .isEqualTo(state(null, time, 7));
  }

  private static RevisionState read(int layout, long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(1 + 8 + 32 + 8 * numbers.length + 6);
    bytes.put((byte) layout).putLong(7).put(new byte[32]);
    LongStream.of(numbers).forEach(bytes::putLong);
    bytes.put("USABLE".getBytes(US_ASCII));
    return RevisionState.serde().deserializer().deserialize("t", bytes.array());
  }

  private static RevisionState state(@Nullable Instant held, @Nullable Instant dueAt, long sent) {
    return new RevisionState(7, "00".repeat(32), PubStatus.USABLE, held, dueAt, sent);
  }

  @Test
  void aDueArticleComesBackWithItsHeaders() {
    var serde = DueArticles.serde();
    var headers =
        new RecordHeaders().add("a", new byte[] {1}).add("none", null).add("a", new byte[0]);
    var held = new SourceRecord("topic", 3, 4, 5, new byte[] {6}, new byte[70_000], headers);

    SourceRecord read =
        serde.deserializer().deserialize("t", serde.serializer().serialize("t", held));

    assertThat(read).usingRecursiveComparison().ignoringFields("headers").isEqualTo(held);
    assertThat(read.headers().toArray()).isEqualTo(headers.toArray());
  }

  @Test
  void anotherLayoutIsRefused() {
    assertThatThrownBy(() -> RevisionState.serde().deserializer().deserialize("t", new byte[60]))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("layout");
    assertThatThrownBy(() -> DueArticles.serde().deserializer().deserialize("t", new byte[] {9}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("layout 9");
  }
}
