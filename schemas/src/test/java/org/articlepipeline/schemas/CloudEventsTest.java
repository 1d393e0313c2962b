package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

  @Test
  void aSubmissionsHeadersAreItsCloudEvent() {
    var headers = new LinkedHashMap<String, String>();
    CloudEvents.headersOf(Samples.submission(), "id-1")
        .forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "id-1")
        .containsEntry("ce_source", "gazette")
        .containsEntry("ce_type", "org.articlepipeline.article.submitted")
        .containsEntry("ce_subject", Samples.URI)
        .containsEntry("ce_time", "2026-03-01T10:15:30.123Z")
        .containsEntry("content-type", "application/avro")
        .hasSize(7);
  }

  @Test
  void anySourceIsAUriReference() {
    var submission = Samples.submission();
    submission.setSource("Daily News: Köln");
    var source = CloudEvents.headersOf(submission, "1").lastHeader("ce_source").value();
    assertThat(URI.create(new String(source, UTF_8))).hasToString("Daily%20News%3A%20K%C3%B6ln");
  }
}
