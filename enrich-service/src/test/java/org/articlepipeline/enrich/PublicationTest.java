package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final Publication.Assignment ASSIGNMENT =
      new Publication.Assignment("urn:test:head", false, "urn:test:ü", 7);

  @Test
  void comesBackAsItWasStored() {
    Publication publication = Publication.NONE.published(5, 3, "digest");

    assertThat(stored(publication)).isEqualTo(publication);
    assertThat(stored(publication.assigned(ASSIGNMENT)))
        .isEqualTo(publication.assigned(ASSIGNMENT));
    var alone = new Publication.Assignment("urn:test:1", true, null, 0);
    assertThat(stored(publication.assigned(alone))).isEqualTo(publication.assigned(alone));
  }

  @Test
  void aHigherRevisionKeepsTheStory() {
    Publication first = Publication.NONE.published(5, 3, "digest").assigned(ASSIGNMENT);

    assertThat(first.published(6, 0, "other").assignment()).isEqualTo(ASSIGNMENT);
    assertThat(first.seen(6)).isEqualTo(new Publication(6, 5, 3, "digest", false, ASSIGNMENT));
  }

  @Test
  void aLayoutOfALaterVersionIsRefused() {
    assertThatThrownBy(() -> Publication.serde().deserializer().deserialize("t", new byte[] {9}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("layout 9");
  }

  private static Publication stored(Publication publication) {
    Serde<Publication> serde = Publication.serde();
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", publication));
  }
}
