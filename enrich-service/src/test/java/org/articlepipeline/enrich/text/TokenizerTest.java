package org.articlepipeline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.articlepipeline.enrich.text.Token.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Nadia Brook's plan | Nadia Brook 's plan",
        "Nadia Brook’s plan | Nadia Brook 's plan",
        "Nadia Brook‘s plan | Nadia Brook 's plan",
        "BROOK’S PLAN | BROOK 'S PLAN",
        "They don’t know | They don't know",
        "Sinead O’Hara | Sinead O'Hara",
        "the U.S. army | the U.S. army",
        "the U.S.’s army | the U.S. 's army",
        "J.K. Rowe in D.C, at 9 a.m. | J.K. Rowe in D.C , at 9 a.m.",
        "AT&T and R&B | AT&T and R&B",
        "60,000 of 3.5 million. | 60,000 of 3.5 million .",
        "Brook-backed, ex‑mayor | Brook - backed , ex - mayor",
        "buy at example.com today | buy at example.com today",
        "the end.Then more | the end . Then more",
        "cafe\u0301 | caf\u00e9",
        "(hi) “you” | ( hi ) “ you ”",
        "大臣は Tokyo | 大 臣 は Tokyo",
      })
  void textIsCutWhereNamesBeginAndEnd(String text, String tokens) {
    assertThat(String.join(" ", Tokenizer.tokenize(text).stream().map(Token::text).toList()))
        .isEqualTo(tokens);
  }

  @Test
  void kindsTellWordsNumbersAndSignsApart() {
    assertThat(Tokenizer.tokenize("In 2020 B2B’s 人 !").stream().map(Token::kind).toList())
        .isEqualTo(
            List.of(Kind.WORD, Kind.NUMBER, Kind.WORD, Kind.POSSESSIVE, Kind.IDEOGRAPH, Kind.SIGN));
  }

  @Test
  void tokensOfAnyTextAreInOrderAndLeaveOnlySpaceOut() {
    Random random = new Random(7);
    String alphabet = "aBz9 .,'’‘s-&\n\u00a0“”é\u0301人\uD83D\uDE00\u00ad\u200d@\uD800";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int last = 0;
      for (Token token : Tokenizer.tokenize(text.toString())) {
        assertThat(text.substring(last, token.start()))
            .as(text.toString())
            .matches(gap -> gap.codePoints().allMatch(TokenizerTest::mayBeLeftOut));
        assertThat(token.end()).as(text.toString()).isGreaterThan(token.start());
        assertThat(token.text()).isNotEmpty();
        last = token.end();
      }
    }
  }

  private static boolean mayBeLeftOut(int c) {
    return Tokenizer.isSpace(c) || Character.getType(c) == Character.FORMAT;
  }
}
