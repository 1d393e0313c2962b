package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests share one stack, and each leaves its server running. */
@UsesStack
class EmbeddedStackIT {
  private static final String SCHEMA_ID = "{\"id\":1}";

  @BeforeAll
  static void startSideBySide(EmbeddedStack stack) {
    stack.startAll();
  }

  @Test
  void aRecordOutlivesTheKillOfItsBroker(EmbeddedStack stack) throws Exception {
    EmbeddedKafka kafka = stack.kafka();
    var records = new KafkaRecords(kafka.bootstrapServers(), "outlives");
    records.createTopic();
    records.produce("before");
    kafka.kill(1);
    kafka.restart(1);
    records.produce("after");
    assertThat(records.consume(2)).containsExactly("before", "after");
  }

  @Test
  void aSchemaOutlivesTheKillOfTheRegistry(EmbeddedStack stack) {
    EmbeddedRegistry registry = stack.registry();
    String version = registry.url() + "/subjects/outlives/versions";
    assertThat(Http.post(version, "{\"schema\":\"\\\"string\\\"\"}")).isEqualTo(SCHEMA_ID);
    registry.kill();
    registry.restart();
    assertThat(Http.get(version + "/latest")).contains("\"id\":1");
  }

  @Test
  void aDocumentOutlivesTheKillOfElasticsearch(EmbeddedStack stack) {
    EmbeddedElasticsearch elasticsearch = stack.elasticsearch();
    String document = elasticsearch.url() + "/outlives/_doc/1";
    Http.put(document, "{\"headline\":\"Still here\"}");
    elasticsearch.kill();
    elasticsearch.restart();
    assertThat(Http.get(document)).contains("Still here");
  }

  @Test
  void elasticsearchTellsItsVersionAsClientsExpect(EmbeddedStack stack) {
    assertThat(Http.get(stack.elasticsearch().url()))
        .contains("\"number\":\"9.5.3\"", "You Know, for Search");
  }
}
