package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.articlepipeline.schemas.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectsStepTest {
  private static final String CHESS =
      "The grandmaster won the final of the world championship in the last round. His opponent lost a pawn and "
          + "the match. Players from nine clubs came to the tournament, and fans filled the hall.";
  private static final String STORM =
      "Forecasters expect rain and snow by Friday. The storm brings wind gusts and a cold front; temperatures fall "
          + "to two degrees Celsius, and the national weather service warns of hail.";

  @ParameterizedTest
  @CsvSource({
    "de,Sport,medtop:15000000", "de,Wirtschaft,medtop:04000000", "fr,Politique,medtop:11000000",
    "es,Deportes,medtop:15000000", "en,Business,medtop:04000000", "ja,SPORTS,medtop:15000000",
    "und,Health,medtop:07000000",
  })
  void aSectionIsATopicInAnyLanguage(String language, String section, String qcode) {
    List<Subject> subjects =
        Steps.in(language, "", "Kurz.").sections(section).run(new SubjectsStep()).getSubjects();

    assertThat(subjects).extracting(Subject::getUri).containsExactly(qcode);
    assertThat(subjects.getFirst().getRelevance()).isEqualTo(0.8);
  }

  @Test
  void englishWordsTellTheTopic() {
    assertThat(qcodes(Steps.english("Chess final ends", CHESS))).containsExactly("medtop:15000000");
    assertThat(qcodes(Steps.english("Storm on the way", STORM))).containsExactly("medtop:17000000");
  }

  @Test
  void sectionAndWordsAddUp() {
    Subject subject =
        Steps.english("Chess final ends", CHESS)
            .sections("Sport")
            .run(new SubjectsStep())
            .getSubjects()
            .getFirst();

    assertThat(subject.getName()).isEqualTo("sport");
    assertThat(subject.getRelevance()).isBetween(0.85, 1.0);
  }

  @Test
  void namesOfPeopleSayNothing() {
    String body =
        "Goal Match met Coach League. Stadium Player and Medal Referee came, too. ".repeat(3);

    assertThat(qcodes(Steps.english("", body))).isNotEmpty();
    assertThat(
            qcodes(
                Steps.english("", body)
                    .people("Goal Match", "Coach League", "Stadium Player", "Medal Referee")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The harbour is open again, and the baker sells bread to everybody who comes.",
        "en | We lost the game.",
        "en | ''",
        "de | Der Coach gewann das Match im Stadium, und die Fans der League feierten das Team und den Goal.",
      })
  void whoIsUnsureIsSilent(String language, String body) {
    assertThat(qcodes(Steps.in(language, "", body))).isEmpty();
  }

  @Test
  void atMostThreeAreNamed() {
    List<Subject> subjects =
        Steps.english("", "")
            .sections("Sport", "Weather", "Health", "Politics", "Nothing known")
            .run(new SubjectsStep())
            .getSubjects();

    assertThat(subjects).hasSize(3);
  }

  @Test
  void theVocabularyHasAllSeventeenTopics() {
    List<MediaTopic> topics = TopicVocabulary.shipped().topics();

    assertThat(topics).hasSize(17).doesNotHaveDuplicates();
    assertThat(topics).allMatch(topic -> topic.qcode().matches("medtop:(0[1-9]|1[0-7])000000"));
    assertThatThrownBy(() -> TopicVocabulary.read(List.of("sport")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> qcodes(Steps steps) {
    return steps.run(new SubjectsStep()).getSubjects().stream().map(Subject::getUri).toList();
  }
}
