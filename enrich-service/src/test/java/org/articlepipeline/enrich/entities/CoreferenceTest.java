package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names are of one thing, and which are not. */
class CoreferenceTest {

  /** The names found are separated by slashes, the things by semicolons. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nadia Brook came. Brook spoke, then Nadia left. | Nadia Brook/Brook/Nadia",
        "Nadia Brook came. Mr. Brook spoke. | Nadia Brook/Brook",
        "Nadia T. Brook came. Nadia Brook spoke. | Nadia T. Brook/Nadia Brook",
        "Nadia Tess Brook came. Nadia T. Brook and N.T. Brook spoke. | Nadia Tess Brook/Nadia T. Brook/N.T. Brook",
        "William Brook came. Bill Brook spoke. | William Brook/Bill Brook",
        "Nadia Brook-Lane came. Nadia Brook Lane spoke. | Nadia Brook-Lane/Nadia Brook Lane",
        "Nadia Brook came. Nadia Brook Lane spoke. | Nadia Brook/Nadia Brook Lane",
        "Zoé O’Brook came. Zoe O'Brook spoke. O'Brook left. | Zoé O’Brook/Zoe O'Brook/O'Brook",
        "We asked Nadia Brook’s mother. Brook's answer came. | Nadia Brook/Brook",
        "Nadia Brook-Lane came. Then Brook-Lane spoke. | Nadia Brook-Lane/Brook-Lane",
        "Lu Nadia-mei came. Then Nadia-mei and Lu spoke. | Lu Nadia-mei/Nadia-mei/Lu",
        "Nadia \"Sailor\" Brook came. Sailor Brook spoke. | Nadia \"Sailor\" Brook/Sailor Brook",
        "Alan Brook Lane came. Then Brook spoke. Nadia Brook left. | Alan Brook Lane/Brook; Nadia Brook",
        "We asked Nadia Lindqvist. Then Lindquist left. | Nadia Lindqvist/Lindquist",
      })
  void namesOfOnePersonAreGrouped(String body, String expected) {
    assertThat(groups(body, people(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nadia Brook came. Alan Brook spoke. | Nadia Brook; Alan Brook",
        "Daniel Brook came. Daniela Brook spoke. | Daniel Brook; Daniela Brook",
        "Alan Brook came. Alan Brook Jr. spoke. | Alan Brook; Alan Brook Jr.",
        "Nadia T. Brook came. Nadia V. Brook spoke. | Nadia T. Brook; Nadia V. Brook",
        "Nadia Brook came with Nadia Lane. | Nadia Brook; Nadia Lane",
        "Nadia Brook came. Her son Brook slept. | Nadia Brook; Brook",
        "Nadia Brook-Lane came. Then Lane spoke. | Nadia Brook-Lane; Lane",
        "Nadia van der Lane came. Alan van der Lane spoke. | Nadia van der Lane; Alan van der Lane",
        "We asked Nadia Lindqvist. Then Lundquist left. | Nadia Lindqvist; Lundquist",
      })
  void namesOfTwoPeopleAreNot(String body, String expected) {
    assertThat(groups(body, people(body))).isEqualTo(expected);
  }

  @Test
  void aSharedSurnameMeansTheOneNamedInFullBeforeInTheParagraph() {
    assertThat(
            groups(
                "Nadia Brook came. Then Brook spoke. Alan Brook came. Then Brook slept, said Brook.",
                "PERSON Nadia Brook",
                "PERSON Alan Brook",
                "PERSON Brook"))
        .isEqualTo("Nadia Brook/Brook; Alan Brook/Brook");
  }

  @Test
  void elsewhereASharedSurnameMeansTheOneNamedFirst() {
    String body = "Nadia Brook came.\n\nThen Alan Brook left.\n\nSo Brook slept.";
    List<RecognizedEntity> found =
        recognize(body, "PERSON Nadia Brook", "PERSON Alan Brook", "PERSON Brook");

    assertThat(groups(body, found)).isEqualTo("Nadia Brook/Brook; Alan Brook");
  }

  @Test
  void mrAndMrsTellACoupleApart() {
    String body =
        "Alan Brook came with his wife, Nadia Brook.\n\nThen Mrs. Brook spoke. So Mr Brook slept.";
    List<RecognizedEntity> found =
        recognize(body, "PERSON Nadia Brook", "PERSON Alan Brook", "PERSON Brook");

    assertThat(found).extracting(e -> e.inBody().size()).containsExactly(2, 2);
    assertThat(found.getLast().inBody().getLast().start()).isEqualTo(body.indexOf("Brook spoke"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ketevan Brook,Keti,true",
    "Samantha Brook,Sam,true",
    "Robert Brook,Bob,true",
    "Nadia Brook Lane,Brook,true",
    "Paula Brook,Paul,false",
    "Nadia Brook,Nora,false"
  })
  void aShortGivenNameMeansThePersonWhoseNameItShortens(String full, String bare, boolean same) {
    assertThat(
            groups(
                "We met " + full + ". Then " + bare + " left.", "PERSON " + full, "PERSON " + bare))
        .isEqualTo(full + (same ? "/" : "; ") + bare);
  }

  @Test
  void aRelativeDoesNotTakeTheSurnameOver() {
    String body = "Alan Brook came with his wife Nadia Brook. Then Brook spoke. The Brooks left.";
    List<RecognizedEntity> found =
        recognize(body, "PERSON Nadia Brook", "PERSON Alan Brook", "PERSON Brook");

    assertThat(groups(body, found)).isEqualTo("Alan Brook/Brook; Nadia Brook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nadia Brook, better known as Sailor, came. Sailor spoke. | Nadia Brook/Sailor",
        "Nadia Brook is new. She (who now goes by Sailor) left. | Nadia Brook/Sailor",
        "Nadia Brook, nicknamed “Sailor”, came. | Nadia Brook/Sailor",
        "Nadia Brook (born Sailor) came. | Nadia Brook/Sailor",
        "Nadia \"Sailor\" Brook came. Brook spoke. | Nadia \"Sailor\" Brook/Brook",
        "Nadia Brook came with Sailor. | Nadia Brook; Sailor",
        "Nadia Brook is known to Sailor. | Nadia Brook; Sailor",
        "Nadia Brook, known to her friends as Sailor, came. | Nadia Brook/Sailor",
        "Nadia Brook, known for her years as Sailor, came. | Nadia Brook; Sailor",
        "Nadia Brook, whom everybody calls Sailor, came. | Nadia Brook/Sailor",
        "Nadia Brook came. They called her Sailor. | Nadia Brook/Sailor",
        "Nadia Brook sang under the name of Sailor. | Nadia Brook/Sailor",
        "Nadia Brook (“Sailor”) came. | Nadia Brook/Sailor",
        "Nadia Brook met a man called Sailor. | Nadia Brook; Sailor",
        "Nadia Brook, whose real name is Nadia Lane, came. | Nadia Brook/Nadia Lane",
        "Nadia Brook, who was born Nadia Lane, came. | Nadia Brook/Nadia Lane",
        "Nadia Brook came.~~Nadia Lane was born in May. | Nadia Brook/Nadia Lane",
        "Nadia Brook came.~~Born Nadia Lane, she was tall. | Nadia Brook/Nadia Lane",
        "Nadia Brook came.~~Nadia Lane was late. | Nadia Brook; Nadia Lane",
        "Alan Brook came.~~Nadia Lane was born in May. | Alan Brook; Nadia Lane",
      })
  void anotherNameIsJoinedWhereTheTextSaysSo(String body, String expected) {
    String text = body.replace("~", "\n");

    assertThat(
            groups(
                text,
                "PERSON Nadia Brook",
                "PERSON Nadia Lane",
                "PERSON Alan Brook",
                "PERSON Sailor Brook",
                "PERSON Sailor",
                "PERSON Brook",
                "PERSON Nadia"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Marlow University and Marlow | Marlow University/Marlow",
        "Marlow Inc. and Marlow | Marlow Inc./Marlow",
        "Bank of Marlow and the Bank of Marlow Ltd. | Bank of Marlow/Bank of Marlow Ltd.",
        "Marlow Fund for the Arts and Marlow Fund | Marlow Fund for the Arts/Marlow Fund",
        "Gull Port Authority and Port Authority | Gull Port Authority/Port Authority",
        "Church of Marlow and Marlow | Church of Marlow/Marlow",
        "Marlow Rescue Service (MRS) and MRS | Marlow Rescue Service/MRS",
        "Marlow Rescue Service (NRV) and NRV | Marlow Rescue Service/NRV",
        "University of Marlow and UNIMAR | University of Marlow/UNIMAR",
        "Ministry of Sea and Tide and MST | Ministry of Sea and Tide/MST",
        "FC Marlow and Marlow | FC Marlow/Marlow",
        "US Sea Guard and United States Sea Guard | US Sea Guard/United States Sea Guard",
        "Marlow & Sons and Marlow and Sons | Marlow & Sons/Marlow and Sons",
        "Marlow University and Marlow University Press | Marlow University; Marlow University Press",
        "Marlow and Marlow Science Fair | Marlow; Marlow Science Fair",
        "Gull Port Authority and Gull Beach Club | Gull Port Authority; Gull Beach Club",
        "Marlow Rescue Service and NRS | Marlow Rescue Service; NRS",
      })
  void shortNamesOfOrganisationsAreGrouped(String names, String expected) {
    String[] listed =
        Arrays.stream(names.split("( and the | and (?!Tide|Sons)| \\(|\\) and )"))
            .map(name -> "ORGANISATION " + name)
            .toArray(String[]::new);
    // Both in one sentence, where no sentence's start can mislead.
    assertThat(groups("We know the " + names + ".", listed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Order of Tidism | We left the Order of Tidism, for Tidism is old. | Order of Tidism/Tidism",
        "Order of Tidism | We left the Order of Tidism, for Tidism Weekly is old. | Order of Tidism",
        "TideVox | At TideVox we met. Then TV grew. | TideVox/TV",
        "Tidevox | At Tidevox we met. Then TV grew. | Tidevox",
      })
  void aShortNameThatNobodyFoundFollowsFromTheLongOne(String name, String body, String expected) {
    assertThat(groups(body, "ORGANISATION " + name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "National Autonomous University of Marlow | UNAM | true",
        "National Autonomous University of Marlow | UNAT | false",
        "Autonomous Marlow Academy | MAA | false",
      })
  void aLongAcronymMayHaveItsLettersInAnotherOrder(String name, String acronym, boolean same) {
    assertThat(
            groups(
                "We know the " + name + " since " + acronym + " grew.",
                "ORGANISATION " + name,
                "ORGANISATION " + acronym))
        .isEqualTo(name + (same ? "/" : "; ") + acronym);
  }

  @Test
  void anAcronymThatFitsTwoNamesInAnotherOrderIsNeither() {
    String marlow = "National Autonomous University of Marlow";
    String meriden = "National Autonomous University of Meriden";

    assertThat(
            groups(
                "We know " + marlow + " and " + meriden + " since UNAM grew.",
                "ORGANISATION " + marlow,
                "ORGANISATION " + meriden,
                "ORGANISATION UNAM"))
        .isEqualTo(marlow + "; " + meriden + "; UNAM");
  }

  @Test
  void aFullNameIsAPersonsWhereItIsMoreSurelyOne() {
    String body = "Nadia Tess Brook came. Nadia Brook spoke. Nadia Lane left.";

    assertThat(groups(body, recognizeGuesses(body, 0.5)))
        .isEqualTo("Nadia Tess Brook/Nadia Brook; Nadia Lane");
    assertThat(groups(body, recognizeGuesses(body, 0.95)))
        .isEqualTo("Nadia Tess Brook; Nadia Brook; Nadia Lane");
  }

  private static List<RecognizedEntity> recognizeGuesses(String body, double sure) {
    NameSource person = ListedNames.of("PERSON Nadia Tess Brook");
    NameSource places = ListedNames.of("PLACE Nadia Brook", "PLACE Nadia Lane").sure(sure);
    NameSource both = analysis -> MergedNames.of(person.names(analysis), places.names(analysis));
    return new CombinedRecognizer(new KnowledgeBase(), both, CombinedRecognizer.RULES)
        .recognize(Analysis.of(article("", body)), "en");
  }

  @Test
  void aPlaceIsShortenedToItsOwnNameOnly() {
    assertThat(
            groups(
                "From Gull City to Gull, from Orange County to Orange, on the Tide River and the Tide.",
                "PLACE Gull City",
                "PLACE Gull",
                "PLACE Tide River",
                "PLACE Tide",
                "PLACE Orange County",
                "PLACE Orange"))
        .isEqualTo("Gull City/Gull; Orange County; Orange; Tide River/Tide");
  }

  @Test
  void aPlaceThatIsSomebodysSurnameIsThePersonUnlessItIsLocated() {
    List<RecognizedEntity> found =
        recognize(
            "Valeria Gull lived in Gull for years. Then Gull left.",
            "PERSON Valeria Gull",
            "PLACE Gull");

    assertThat(found)
        .extracting(RecognizedEntity::type)
        .containsExactly(EntityType.PERSON, EntityType.PLACE);
    assertThat(found.getFirst().inBody()).hasSize(2);
  }

  @Test
  void anOrganisationNamedAfterAPersonIsAnotherThing() {
    assertThat(
            groups(
                "Nadia Brook leads the Nadia Brook Foundation. The Foundation pays Brook.",
                "PERSON Nadia Brook",
                "ORGANISATION Nadia Brook Foundation",
                "PERSON Brook"))
        .isEqualTo("Nadia Brook/Brook; Nadia Brook Foundation/Foundation");
  }

  @Test
  void aHeadlineInCapitalsNamesTheSame() {
    Analysis analysis = Analysis.of(article("NADIA BROOK LEAVES", "On Monday Nadia Brook left."));
    List<RecognizedEntity> found =
        recognizer("PERSON NADIA BROOK", "PERSON Nadia Brook").recognize(analysis, "en");

    assertThat(found).extracting(RecognizedEntity::name).containsExactly("Nadia Brook");
    assertThat(found.getFirst().inHeadline()).hasSize(1);
  }

  @Test
  void aNameThatIsTurnedRoundInAListIsTheSame() {
    List<RecognizedEntity> found =
        recognize(
            "We read:\n\nBrook, Nadia. A Life at Sea\n\nThen Nadia Brook spoke.",
            "PERSON Brook",
            "PERSON Nadia",
            "PERSON Nadia Brook");

    assertThat(found).extracting(RecognizedEntity::name).containsExactly("Nadia Brook");
  }

  private static String[] people(String body) {
    return new String[] {
      "PERSON Nadia Brook",
      "PERSON Brook",
      "PERSON Nadia",
      "PERSON Nadia T. Brook",
      "PERSON Nadia V. Brook",
      "PERSON Nadia Tess Brook",
      "PERSON N.T. Brook",
      "PERSON William Brook",
      "PERSON Bill Brook",
      "PERSON Nadia Brook-Lane",
      "PERSON Nadia Brook Lane",
      "PERSON Zoé O'Brook",
      "PERSON Zoe O'Brook",
      "PERSON O'Brook",
      "PERSON Alan Brook",
      "PERSON Daniel Brook",
      "PERSON Daniela Brook",
      "PERSON Nadia Lane",
      "PERSON Brook-Lane",
      "PERSON Lu Nadia-mei",
      "PERSON Lu",
      "PERSON Nadia-mei",
      "PERSON Nadia \"Sailor\" Brook",
      "PERSON Sailor Brook",
      "PERSON Alan Brook Lane",
      "PERSON Lane",
      "PERSON Nadia van der Lane",
      "PERSON Alan van der Lane",
      "PERSON Nadia Lindqvist",
      "PERSON Lindquist",
      "PERSON Lundquist",
      body.contains("Jr.") ? "PERSON Alan Brook Jr." : "PERSON Alan Brook",
    };
  }

  private static String groups(String body, String... names) {
    return groups(body, recognize(body, names));
  }

  private static String groups(String body, List<RecognizedEntity> entities) {
    StringBuilder out = new StringBuilder();
    for (RecognizedEntity entity : entities) {
      out.append(out.isEmpty() ? "" : "; ")
          .append(
              String.join(
                  "/", entity.inBody().stream().map(span -> span.of(body)).distinct().toList()));
    }
    return out.toString();
  }

  private static List<RecognizedEntity> recognize(String body, String... names) {
    return recognizer(names).recognize(Analysis.of(article("", body)), "en");
  }

  private static EntityRecognizer recognizer(String... names) {
    return new CombinedRecognizer(
        new KnowledgeBase(), ListedNames.of(names), CombinedRecognizer.RULES);
  }
}
