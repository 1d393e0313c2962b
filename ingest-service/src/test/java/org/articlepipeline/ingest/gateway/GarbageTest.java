package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever arrives: no 500, and what is refused is refused as a problem. */
class GarbageTest {
  private static final long SEED = 20_261_122;
  private static final int ROUNDS = 3_000;

  private static final List<String> BODIES =
      List.of(
          "{\"uri\":\"urn:x:1\",\"format\":\"TEXT\",\"body\":\"Text\",\"revision\":5,\"keywords\":[\"a\"],\"extra\":{\"a\":\"b\"}}",
          "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\",\"subject\":\"urn:x:1\",\"data\":{\"format\":\"HTML\",\"body\":\"<p>x\"}}",
          "{\"specversion\":\"1.0\",\"id\":\"1\",\"datacontenttype\":\"text/plain\",\"data_base64\":\"VGV4dA==\"}",
          "Plain text of an article.");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/cloudevents+json",
          "application/cloudevents+json; charset=utf-8",
          "text/plain; charset=utf-8",
          "text/html",
          "application/vnd.iptc.ninjs+json",
          "multipart/form-data; boundary=x");

  private static final List<String> TARGETS =
      List.of(
          "POST /articles?uri=urn:x:1&revision=5&embargoedUntil=2030-01-01T00:00:00Z",
          "PUT /articles/urn%3Ax%3A1?language=en",
          "DELETE /articles/urn%3Ax%3A1?erase=true",
          "GET /openapi.json");

  private static final List<String> HEADERS =
      List.of(
          "ce-id: a%20b",
          "ce-specversion: 1.0",
          "ce-time: 2026-01-01T00:00:00Z",
          "Content-Encoding: gzip",
          "Idempotency-Key: \"x\"",
          "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          "Expect: 100-continue",
          "X-Other: ü");

  @TempDir Path folder;

  @Test
  void garbageNeverFails() throws IOException {
    var random = new Random(SEED);
    try (TestGateway gateway =
        TestGateway.open(
            folder,
            Map.of(
                "articles.gateway.burst", "100000", "articles.gateway.read-timeout", "PT0.2S"))) {
      for (int i = 0; i < ROUNDS; i++) {
        byte[] request = request(random, gateway.key.secret());
        String answer = gateway.raw(request, true);
        assertThat(answer)
            .as("round %d: %s", i, new String(request, ISO_8859_1))
            .satisfiesAnyOf(
                a -> assertThat(a).isEmpty(),
                a -> assertThat(a).contains("HTTP/1.1 202"),
                a -> assertThat(a).contains("HTTP/1.1 200"),
                a ->
                    assertThat(a)
                        .containsPattern("HTTP/1.1 (4..|505) ")
                        .contains("application/problem+json")
                        .contains("\"type\":\"urn:articles:problem:"));
      }
      assertThat(gateway.published).as("some garbage is none").isNotEmpty();
    }
  }

  private static byte[] request(Random random, String key) throws IOException {
    byte[] body = mutated(random, pick(random, BODIES).getBytes(ISO_8859_1), 3);
    var head = new StringBuilder(pick(random, TARGETS)).append(" HTTP/1.1\r\nHost: x\r\n");
    head.append("Connection: close\r\nContent-Type: ").append(pick(random, TYPES)).append("\r\n");
    for (int n = random.nextInt(3); n > 0; n--) {
      head.append(pick(random, HEADERS)).append("\r\n");
    }
    byte[] mutatedHead = mutated(random, head.toString().getBytes(ISO_8859_1), 2);
    var whole = new ByteArrayOutputStream();
    whole.write(mutatedHead);
    whole.write(
        ("X-Api-Key: " + key + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    whole.write(body);
    return whole.toByteArray();
  }

  /** Most stay as they are, so that some come far. */
  private static byte[] mutated(Random random, byte[] bytes, int most) {
    byte[] copy = bytes.clone();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
