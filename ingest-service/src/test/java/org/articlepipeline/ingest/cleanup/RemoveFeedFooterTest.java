package org.articlepipeline.ingest.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed's last line about its own article goes, a last sentence stays. */
class RemoveFeedFooterTest {

  private static final String HEADLINE = "Harbour pilots\u2019 strike ends after nine days";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The post Harbour pilots\u2019 strike ends after nine days appeared first on The Quay.",
        "Der Beitrag Harbour pilots\u2019 strike ends after nine days erschien zuerst auf Der Kai.",
        "La entrada \u00ABHarbour pilots\u2019 strike ends after nine days\u00BB se public\u00F3 primero en El Muelle."
      })
  void aLineThatSaysTheWholeHeadlineAndLittleMoreGoes(String line) {
    Draft clean = footer(line);

    assertThat(clean.lines()).containsExactly("The pilots went back.", "");
    assertThat(clean.removals()).extracting(Removal::getRule).containsExactly("feed-footer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour pilots\u2019 strike ends after nine days",
        "The strike of the harbour pilots ended on Saturday, after nine days.",
        "It all began when the paper wrote Harbour pilots\u2019 strike ends after nine days on its first page, and nobody in the whole of the harbour had ever heard of any strike before that."
      })
  void anyOtherLineStays(String line) {
    assertThat(footer(line).lines()).hasSize(3);
  }

  private static Draft footer(String last) {
    Draft draft = Draft.of(List.of("The pilots went back.", "", last)).withHeadline(HEADLINE);
    return new RemoveFeedFooter().apply(draft);
  }
}
