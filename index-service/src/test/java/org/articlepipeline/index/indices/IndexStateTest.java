package org.articlepipeline.index.indices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexState.Role;
import org.junit.jupiter.api.Test;

/** Who writes which index, and which of them tells of a record. */
final class IndexStateTest {
  private static final IndexState FIRST = IndexState.serving("articles-000001");

  @Test
  void eachRecordIsToldByOneIndexAcrossASwitchAndBack() {
    IndexState filling = FIRST.filling("articles-000002", "r1");
    assertThat(filling.reports("articles-000001", 0, 5)).isTrue();
    assertThat(filling.reports("articles-000002", 0, 5)).isFalse();

    IndexState switched = filling.switchedTo("articles-000002", Map.of(0, 100L, 1, 7L));
    assertThat(switched.reports("articles-000001", 0, 99)).isTrue();
    assertThat(switched.reports("articles-000002", 0, 99)).isFalse();
    assertThat(switched.reports("articles-000001", 0, 100)).isFalse();
    assertThat(switched.reports("articles-000002", 0, 100)).isTrue();
    assertThat(switched.reports("articles-000002", 1, 7)).isTrue();
    assertThat(switched.serving().name()).isEqualTo("articles-000002");
    assertThat(switched.with(Role.STANDBY).orElseThrow().name()).isEqualTo("articles-000001");

    IndexState back = switched.switchedTo("articles-000001", Map.of(0, 200L, 1, 7L));
    assertThat(back.reports("articles-000002", 0, 199)).isTrue();
    assertThat(back.reports("articles-000001", 0, 199)).isFalse();
    assertThat(back.reports("articles-000001", 0, 200)).isTrue();
    assertThat(back.serving().name()).isEqualTo("articles-000001");
    assertThat(back.with(Role.STANDBY).orElseThrow().name()).isEqualTo("articles-000002");
  }

  @Test
  void anIndexThatBeginsAnewDoesNotTellAgain() {
    IndexState again =
        FIRST
            .againFrom("articles-000001", Map.of(0, 50L))
            .againFrom("articles-000001", Map.of(0, 9L));
    assertThat(again.reports("articles-000001", 0, 49)).isFalse();
    assertThat(again.reports("articles-000001", 0, 50)).isTrue();
    assertThat(again.reports("articles-000001", 1, 0)).isTrue();
  }

  @Test
  void itIsReadAsItWasWritten() throws Exception {
    IndexState state =
        FIRST
            .filling("articles-000002", "r1")
            .switchedTo("articles-000002", Map.of(0, 3L))
            .during("r2")
            .held(new IndexState.Hold("r2", Map.of(0, 4L)));
    String json = ElasticsearchConnection.JSON.writeValueAsString(state);
    assertThat(ElasticsearchConnection.JSON.readValue(json, IndexState.class)).isEqualTo(state);
  }

  @Test
  void theNextIndexHasTheNextNumber() {
    assertThat(IndexNames.after(List.of())).isEqualTo("articles-000001");
    assertThat(
            IndexNames.after(
                List.of("articles-000009", "articles-000010", "articles-old", "other")))
        .isEqualTo("articles-000011");
  }
}
