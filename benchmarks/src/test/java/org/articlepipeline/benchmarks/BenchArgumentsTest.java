package org.articlepipeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchArgumentsTest {
  private static final Set<String> NUMBERS = Set.of("documents", "pairs");

  @Test
  void numbersAndJsonComeInAnyOrder() {
    BenchArguments arguments = parse("index --pairs 3 --json --documents 1000");

    assertThat(arguments.json()).isTrue();
    assertThat(arguments.number("pairs", 7)).isEqualTo(3);
    assertThat(arguments.number("documents", 7)).isEqualTo(1000);
  }

  @Test
  void whatIsNotSaidIsAsUsual() {
    assertThat(parse("index").number("pairs", 7)).isEqualTo(7);
    assertThat(parse("index").json()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index --pears 3 | bench index does not take '--pears'; it takes --json, --documents N, --pairs N",
        "index 3         | bench index does not take '3'; it takes --json, --documents N, --pairs N",
        "index --pairs   | --pairs takes a number from 1, not ''",
        "index --pairs 0 | --pairs takes a number from 1, not '0'",
        "index --pairs x | --pairs takes a number from 1, not 'x'"
      })
  void aWrongArgumentIsAnsweredInWords(String line, String answer) {
    assertThatThrownBy(() -> parse(line)).hasMessage(answer);
  }

  private static BenchArguments parse(String line) {
    return BenchArguments.parse(line.split(" "), NUMBERS);
  }
}
