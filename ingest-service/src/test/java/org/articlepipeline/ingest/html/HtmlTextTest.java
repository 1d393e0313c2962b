package org.articlepipeline.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

  @Test
  void aFragmentGivesItsParagraphsHeadingsAndItems() {
    assertThat(
            HtmlText.fromFragment(
                "<h2>Rain &amp; wind</h2>\n<p>It <b>rained</b>\n all day.</p><ul><li>One<li>Two</ul>"
                    + "Loose<br>line<br><br>after<script>var x</script>"))
        .containsExactly("Rain & wind", "It rained all day.", "One", "Two", "Loose line", "after");
  }

  @Test
  void plainTextAndNothingAreFragmentsToo() {
    assertThat(HtmlText.fromFragment("Just words")).containsExactly("Just words");
    assertThat(HtmlText.fromFragment(" <p>&nbsp;</p>")).isEmpty();
    assertThat(HtmlText.fromFragment("")).isEmpty();
  }
}
