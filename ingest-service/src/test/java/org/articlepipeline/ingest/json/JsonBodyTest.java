package org.articlepipeline.ingest.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.json.JsonSubmissions.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.articlepipeline.ingest.Decoders;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  private static final JsonSubmissions NINJS = new JsonSubmissions(Format.NINJS);

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("{\"headline\": \"x\", \"body_text\": oops}", "$.body_text (line 1"),
        Arguments.of("{\"bodies\": [{}, {\"value\": \"cut", "$.bodies[1].value"),
        Arguments.of("{\"a\": {\"b\": 1, \"b\": 2}}", "$.a"),
        Arguments.of("{\"body_text\": \"x\"} {}", "$"),
        Arguments.of("[{\"body_text\": \"x\"}, 2]", "$ is an array of 2"),
        Arguments.of("\"x\"", "$ is a string"),
        Arguments.of("null", "$ is null"),
        Arguments.of("{\"n\": " + "9".repeat(5000) + "}", "$.n"),
        Arguments.of("{\"n\": NaN}", "$.n"),
        Arguments.of("{\"deep\": " + "[".repeat(100_000), "$.deep[0][0]"),
        Arguments.of("{\"a\":".repeat(100_000), "$.a.a.a"),
        Arguments.of("{" + "\"x".repeat(10) + "\u0000", "$"),
        Arguments.of("{headline: 1}", "$"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsNotOneReadableObjectIsRejectedWithItsPlace(String json, String place) {
    Rejection rejection = NINJS.rejected(json);

    assertThat(rejection.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
    assertThat(rejection.message()).contains(place).hasSizeLessThan(1000);
  }

  @Test
  void whiteSpaceIsAnEmptyBody() {
    assertThat(NINJS.rejected(" \n").reason()).isEqualTo(Reason.EMPTY_BODY);
  }

  @Test
  void bytesThatAreNotUtf8AreRejectedUnlessTheSubmissionSaysOtherwise() {
    byte[] latin = "{\"headline\":\"Zürich\",\"body_text\":\"x\"}".getBytes(ISO_8859_1);

    Rejection rejection = JsonSubmissions.rejected(NINJS.of(latin).build());

    assertThat(rejection.reason()).isEqualTo(Reason.UNDECODABLE_BODY);
    assertThat(rejection.message()).contains("UTF-8", "byte 14");
    assertThat(headline(latin, "iso-8859-1")).isEqualTo("Zürich");
    assertThat(headline(new String(latin, ISO_8859_1).getBytes(UTF_16), null)).isEqualTo("Zürich");
  }

  @Test
  void numbersThatNoOneReadsDoNoHarm() {
    assertThat(
            NINJS
                .article(
                    "{\"body_text\":\"x\",\"urgency\":1e999999999,\"n\":-123456789012345678901}")
                .getBody())
        .isEqualTo("x");
  }

  @Test
  void loneSurrogatesAndControlCharactersAreMended() {
    assertThat(
            NINJS.article("{\"headline\":\"A\\ud800B\\u0000C\",\"body_text\":\"x\"}").getHeadline())
        .isEqualTo("A\uFFFDBC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ninjs/ferry-3.json",
        "/ninjs/market-1.json",
        "/wordpress/orchard.json",
        "/wordpress/plain.json"
      })
  void mutatedBodiesAreNeverAnException(String name) {
    byte[] whole = sample(name).getBytes(UTF_8);
    var random = new Random(7);
    var format = name.startsWith("/ninjs") ? Format.NINJS : Format.WORDPRESS;
    byte[] alphabet = "{}[]\",:0n\\<&\u00ff".getBytes(ISO_8859_1);
    for (int round = 0; round < 1500; round++) {
      byte[] body = whole.clone();
      for (int change = 0; change <= round % 4; change++) {
        body[random.nextInt(body.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      assertThat(Decoders.decode(new JsonSubmissions(format).of(body).build(), body)).isNotNull();
    }
  }

  private static @Nullable String headline(byte[] body, @Nullable String charset) {
    return Submissions.ingest(NINJS.of(body).setCharset(charset).build()).article().getHeadline();
  }
}
