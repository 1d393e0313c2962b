package org.articlepipeline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangedNamesTest {

  @Test
  void anArticleWithAllCapitalisedTokensOfANameMayHoldIt() {
    ChangedNames names = names("Bank of England", "Nadia Brook");

    assertThat(in(names, "At the Bank of England, he said.")).isTrue();
    assertThat(in(names, "NADIA BROOK LEAVES")).isTrue();
    assertThat(in(names, "Nadia Brook’s house")).isTrue();
    assertThat(in(names, "In England the bank closed.")).isFalse();
    assertThat(in(names, "Nadia left the brook.")).isFalse();
  }

  @Test
  void digitsAndInnerCapitalsCountAsCapitals() {
    assertThat(in(names("iPhone 4s"), "the new iPhone 4s is here")).isTrue();
    assertThat(in(names("iPhone 4s"), "the new iPhone 5 is here")).isFalse();
  }

  @Test
  void aNameWithoutCapitalsMayBeAnywhere() {
    assertThat(in(names("bell hooks"), "anything")).isTrue();
    assertThat(names("bell hooks").isEmpty()).isFalse();
  }

  @Test
  void noNamesAreNowhere() {
    assertThat(names().isEmpty()).isTrue();
    assertThat(in(names(), "Anything")).isFalse();
  }

  private static ChangedNames names(String... names) {
    return new ChangedNames(
        Stream.of(names)
            .map(name -> Arrays.stream(NameTokens.of(Stream.of(name))).boxed().toList())
            .toList());
  }

  private static boolean in(ChangedNames names, String text) {
    return names.mayBeIn(NameTokens.of(Stream.of(text)));
  }
}
