package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.schemas.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a, ~{ \"body_html\" : \"<html><body><p>x\"}~, NINJS",
        "a.json, ~{headline: \"x\"~, NINJS",
        "a, ~{\"title\": {\"rendered\": \"<body>\"}}~, WORDPRESS",
        "-, ~[ {\"title\": {\"rendered\": \"x\"}}]~, WORDPRESS",
        "a, ~[Editor's note] {\"a\": 1}~, TEXT"
      })
  void jsonIsKnownWhateverItsFieldsHold(String name, String body, Format expected) {
    assertThat(Formats.AUTO.of(name, body.getBytes(UTF_8))).isEqualTo(expected);
  }
}
