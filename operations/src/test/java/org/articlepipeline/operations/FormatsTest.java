package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.schemas.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a.txt, Plain text, TEXT",
        "a, {curly} text, TEXT",
        "a.html, anything, HTML",
        "a, <!DOCTYPE html><p>, HTML",
        "a, <html lang=en>, HTML",
        "a.json, ~{\"headline\": \"x\"}~, NINJS",
        "-, ~{\"title\": {\"rendered\": \"x\"}}~, WORDPRESS",
        "a, ~{ \"body_html\" : \"<html><body><p>x\"}~, NINJS",
        "a.json, ~{headline: \"x\"~, NINJS",
        "a, ~{\"title\": {\"rendered\": \"<body>\"}}~, WORDPRESS",
        "-, ~[ {\"title\": {\"rendered\": \"x\"}}]~, WORDPRESS",
        "a, ~[Editor's note] {\"a\": 1}~, TEXT"
      })
  void autoLooksAtNameAndFirstBytes(String name, String body, Format expected) {
    assertThat(Formats.AUTO.of(name, body.getBytes(UTF_8))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"a.xml, <rss version='2.0'>", "-, <feed xmlns='x'>", "a.atom, anything"})
  void autoKnowsAFeed(String name, String body) {
    assertThat(Formats.AUTO.isFeed(name, body.getBytes(UTF_8))).isTrue();
    assertThat(Formats.HTML.isFeed(name, body.getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"TEXT, TEXT", "HTML, HTML", "NINJS, NINJS", "WORDPRESS, WORDPRESS"})
  void aGivenFormatIsTaken(Formats given, Format expected) {
    assertThat(given.of("a.html", "<html>".getBytes(UTF_8))).isEqualTo(expected);
  }
}
