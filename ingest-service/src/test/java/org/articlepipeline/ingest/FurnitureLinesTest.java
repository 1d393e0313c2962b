package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share This Story, Choose Your Platform!",
        "Share this:",
        "SHARE",
        "Share on Facebook",
        "Share this article on Facebook Twitter Email",
        "Facebook Twitter LinkedIn",
        "Click to share on Twitter (Opens in new window)",
        "12 Shares",
        "Tweet",
        "Share Tweet Pin 0 Shares",
        "Follow us on Instagram",
      })
  void shareBars(String line) {
    assertThat(ShareBar.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share prices fell on Monday",
        "Shares",
        "Share this much with your neighbours",
        "Facebook",
        "Twitter sues its landlord",
        "He would share his story with friends.",
        "X",
        "The pin",
        "Follow the money",
      })
  void sentencesThatSpeakOfSharing(String line) {
    assertThat(ShareBar.matches(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Go to Top", "Back to top", "↑ Back to Top", "SKIP TO CONTENT", "Leave a comment"})
  void navigation(String line) {
    assertThat(NavigationLine.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go to Top of the World",
        "Top",
        "Next",
        "Home",
        "Back to the top flight after ten years"
      })
  void titlesThatSpeakOfTheTop(String line) {
    assertThat(NavigationLine.matches(line)).isFalse();
  }
}
