package org.articlepipeline.ingest.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyTextTest {

  private static final String TEXT = "Zürich’s “café” – 5 €";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void isUtf8WithoutAWord() {
    assertThat(good(TEXT.getBytes(UTF_8), null)).isEqualTo(new BodyText(TEXT, null));
  }

  @Test
  void isWhatTheSubmissionDeclares() {
    assertThat(good(TEXT.getBytes(WINDOWS), "Windows-1252").text()).isEqualTo(TEXT);
    assertThat(good("žluťoučký".getBytes(Charset.forName("ISO-8859-2")), "latin2").text())
        .isEqualTo("žluťoučký");
    assertThat(good(TEXT.getBytes(UTF_16), "UTF-16").text()).isEqualTo(TEXT);
  }

  @Test
  void believesAByteOrderMarkBeforeTheDeclaration() {
    assertThat(good(("\uFEFF" + TEXT).getBytes(UTF_8), "windows-1252").text()).isEqualTo(TEXT);
    assertThat(good(("\uFEFF" + TEXT).getBytes(UTF_16LE), null).text()).isEqualTo(TEXT);
  }

  @Test
  void readsWhatCallsItselfLatin1AsBrowsersDo() {
    assertThat(good(TEXT.getBytes(WINDOWS), "ISO-8859-1").text()).isEqualTo(TEXT);
    assertThat(good("a\u0081é".getBytes(ISO_8859_1), "ISO-8859-1").text()).isEqualTo("a\u0081é");
  }

  @Test
  void guessesWindows1252OnlyWhenNothingWasDeclaredAndSaysSo() {
    BodyText guessed = good(TEXT.getBytes(WINDOWS), null);

    assertThat(guessed.text()).isEqualTo(TEXT);
    assertThat(guessed.note()).contains("windows-1252");
    assertThat(bad(TEXT.getBytes(WINDOWS), "UTF-8")).isEqualTo(Reason.UNDECODABLE_BODY);
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(bad(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}, null))
        .isEqualTo(Reason.UNDECODABLE_BODY);
    assertThat(bad(new byte[] {'a', (byte) 0xC3}, "utf-8")).isEqualTo(Reason.UNDECODABLE_BODY);
  }

  @Test
  void namesTheByteThatDoesNotFit() {
    var checked = BodyText.decode(new byte[] {'a', 'b', (byte) 0xFF, 'c'}, "utf-8");

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Bad.class, b -> assertThat(b.rejection().message()).contains("byte 2 "));
  }

  @Test
  void refusesACharsetThatNobodyKnows() {
    assertThat(bad(TEXT.getBytes(UTF_8), "klingon")).isEqualTo(Reason.UNKNOWN_CHARSET);
    assertThat(bad(TEXT.getBytes(UTF_8), "not a name!")).isEqualTo(Reason.UNKNOWN_CHARSET);
  }

  private static BodyText good(byte[] body, @Nullable String charset) {
    if (BodyText.decode(body, charset) instanceof Checked.Good<BodyText>(BodyText text)) {
      return text;
    }
    throw new AssertionError("refused");
  }

  private static Reason bad(byte[] body, @Nullable String charset) {
    if (BodyText.decode(body, charset) instanceof Checked.Bad<BodyText>(var rejection)) {
      return rejection.reason();
    }
    throw new AssertionError("taken");
  }
}
