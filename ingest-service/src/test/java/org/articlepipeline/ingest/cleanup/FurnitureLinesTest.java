package org.articlepipeline.ingest.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "ShareTweetPin",
        "FacebookTwitterPinterestWhatsApp",
        "ShareShare on FacebookShare on Twitter",
        "Auf Facebook teilen",
        "Klick, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)",
        "Partager sur Facebook",
        "Cliquez pour partager sur X(ouvre dans une nouvelle fenêtre)",
        "Haz clic para compartir en Facebook (Se abre en una ventana nueva)",
        "Condividi su WhatsApp",
        "Compartilhe no WhatsApp",
        "Delen via e-mail",
        "Udostępnij na Facebooku",
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
        "Facebook und das Ende der Zeitung",
        "Teilen macht Freude",
        "Le partage des eaux",
      })
  void sentencesThatSpeakOfSharing(String line) {
    assertThat(ShareBar.matches(line)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Go to Top; NAVIGATION",
        "↑ Back to Top; NAVIGATION",
        "SKIP TO CONTENT; NAVIGATION",
        "Zum Inhalt springen; NAVIGATION",
        "Retour en haut de page; NAVIGATION",
        "Saltar al contenido; NAVIGATION",
        "Torna all’inizio; NAVIGATION",
        "Ir para o conteúdo; NAVIGATION",
        "Terug naar boven; NAVIGATION",
        "Przejdź do treści; NAVIGATION",
        "Leave a comment; COMMENTS",
        "12 Comments; COMMENTS",
        "3 Antworten auf „Stadtbad“; COMMENTS",
        "Soyez le premier à commenter; COMMENTS",
        "- Advertisement -; ADVERTISEMENT",
        "Story continues below advertisement; ADVERTISEMENT",
        "Dalsza część tekstu pod reklamą; ADVERTISEMENT",
        "Read more: Night trains return; READ_MORE",
        "À lire aussi : Le retour du train de nuit; READ_MORE",
        "Lees ook: De nachttrein is terug; READ_MORE",
        "Sign up for our morning newsletter and never miss a story.; NEWSLETTER",
        "Abonnieren Sie unseren Newsletter!; NEWSLETTER",
        "Síguenos en Instagram.; NEWSLETTER",
        "We use cookies to give you the best experience.; COOKIES",
        "Diese Website verwendet Cookies.; COOKIES",
        "Related articles; RELATED",
        "Das könnte Sie auch interessieren:; RELATED",
        "Artykuły powiązane;",
        "Powiązane artykuły; RELATED",
        "About the author; ABOUT_AUTHOR",
      })
  void furnitureOfEveryKind(String line, @Nullable Furniture kind) {
    assertThat(kind(line)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go to Top of the World",
        "Top",
        "Back to the top flight after ten years",
        "Read more books, the minister said.",
        "Read more slowly",
        "Related ground: the company plans a second run in October.",
        "More than one way home",
        "Comments by the minister were welcomed.",
        "Advertisement spending fell",
        "Sign up for the army was never an option.",
        "Lire aussi des romans, conseille-t-elle.",
        "Mehr zum Leben als Arbeit",
        "Weiterlesen macht klug.",
        "The post office reopens",
        "“We use cookies as currency,” said the baker.",
      })
  void sentencesAndTitlesThatLookLikeIt(String line) {
    assertThat(kind(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photo: Jane Roe/Reuters",
        "(Image credit: Getty Images)",
        "AFP via Getty Images",
        "Jane Roe/AFP",
        "Foto: picture alliance/dpa",
        "Crédit photo : Jeanne Morin",
        "Fot. Jan Nowak / PAP",
        "Photo by Jane Roe",
        "The bridge at dawn. Photo: Jane Roe",
        "Die Brücke im Morgenlicht (Foto: Jana Vogt)",
        "© dpa",
        "Quelle: dpa",
      })
  void creditsOfPictures(String line) {
    assertThat(PictureCredit.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photo: a word that means light",
        "Photo: a word that comes from Greek.",
        "Reuters reported the news first",
        "Images of the fire",
        "Photo finish in the harbour race",
        "The AP",
        "Bild dir deine Meinung",
        "Source: who knows where it came from",
        "Jane Roe",
      })
  void sentencesThatSpeakOfPictures(String line) {
    assertThat(PictureCredit.matches(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "© 2024 The Courier. All rights reserved.",
        "Copyright © The Courier",
        "Copyright 2024 by The Courier",
        "(c) 2024 Der Bote",
        "Alle Rechte vorbehalten.",
        "Tous droits réservés.",
        "Materiał chroniony prawem autorskim – wszelkie prawa zastrzeżone.",
      })
  void noticesOfRights(String line) {
    assertThat(CopyrightLine.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copyright law is changing",
        "(c) is the third item of the list",
        "The post office was the first to open.",
        "She was right, all rights considered.",
      })
  void sentencesThatSpeakOfRights(String line) {
    assertThat(CopyrightLine.matches(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Home > News > Local",
        "Home / Nachrichten / Stadtbad bleibt offen",
        "Accueil › Actualités",
        "News » Politics » Elections",
        "Home News Sport Opinion",
      })
  void pathsThroughTheSite(String line) {
    assertThat(Breadcrumb.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Home is where the heart is",
        "Bread > circuses",
        "Ferry / bridge / tunnel: three ways over the sound",
        "News from home",
      })
  void titlesWithArrows(String line) {
    assertThat(Breadcrumb.matches(line)).isFalse();
  }

  private static @Nullable Furniture kind(String line) {
    FurnitureTable.Found found =
        Lines.startsWithQuote(line)
            ? null
            : FurnitureTable.find(LineWords.of(line), Lines.endsSentence(line));
    return found == null ? null : found.kind();
  }
}
