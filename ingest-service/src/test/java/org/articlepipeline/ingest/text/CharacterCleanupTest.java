package org.articlepipeline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CharacterCleanupTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"),
        arguments("\u00A0a\u00A0\t b\u3000", "a b"),
        arguments("a \r\n b", "a\nb"),
        arguments("a\u0000b\u0007c\u009B", "abc"),
        arguments("zero\u200Bwidth\uFEFFand\u00ADsoft", "zerowidthandsoft"),
        arguments("\u202Eevil\u202C", "evil"),
        arguments("soft\u200Dware \u200Eand\u200F hard\u200Cware", "software and hardware"),
        arguments(
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"),
        arguments("\u05D0\u200F, x", "\u05D0\u200F, x"),
        arguments("a\nb \nc\n\n", "a\nb\nc\n\n"),
        arguments("e\u0301", "\u00E9"),
        arguments("\uD800x", "\uFFFDx"),
        arguments("\uD83D\uDC68\u200D\uD83D\uDCBB", "\uD83D\uDC68\u200D\uD83D\uDCBB"),
        arguments("“it’s…”", "“it’s…”"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void leavesWhatCanBeReadAndSearched(String given, String expected) {
    assertThat(CharacterCleanup.clean(given)).isEqualTo(expected);
  }

  @Test
  void aLineHasNoBreaks() {
    assertThat(CharacterCleanup.cleanLine(" one\r\ntwo \n three ")).isEqualTo("one two three");
  }

  @Test
  void marksOnOneLetterAreBounded() {
    assertThat(CharacterCleanup.clean("a" + "\u0316\u0301".repeat(500_000))).hasSizeLessThan(40);
  }
}
