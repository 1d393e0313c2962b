package org.articlepipeline.ingest.html;

import java.util.regex.Pattern;

/**
 * Lines of a page that are not its article's, by their words: by kind and language, never of one
 * site.
 */
final class FurniturePhrases {

  /** Headings of what stands around an article. */
  private static final PhraseList HEADINGS =
      new PhraseList(
          60,
          """
          related | related articles | related stories | related posts | related news | related links
          related topics | related content | related reading | related coverage | related videos | related to this…
          similar | similar articles | similar stories | similar posts | further reading | further articles
          more stories | more articles | more posts | more news | more links | more reading | more videos | more content
          more coverage | more topics | more from… | more on… | more in… | more about… | more like this
          you may also like… | you might also like… | you may like | you may be interested… | you might be interested…
          you might like | recommended | recommended for you | recommended stories | recommended articles
          recommended reading | recommended videos | read also | read next | read more | see also | see more | watch next | watch also
          most read | most popular | most viewed | most shared | popular posts | popular articles | popular stories | popular now
          trending | trending now | latest news | latest posts | latest articles | latest stories | recent posts
          recent articles | recent comments | top stories | don't miss | editor's picks | editor's pick | editors' picks | editor's choice
          what to read next | up next | in this story | share this…
          comment | comments | comments on… | leave a comment… | leave a reply… | leave your comment | post a comment | add a comment | add your comment
          write a comment | join the conversation | join the discussion | responses | discussion about this post
          about the author | about the authors | share | tag | tags | topics | category | categories
          newsletter | newsletters | sign up… | subscribe… | follow us… | advertisement | sponsored | sponsored content
          archive | archives | navigation | search | meta | external content | sources | image credits | photo credits

          mehr | mehr dazu… | mehr zum thema… | mehr artikel… | mehr themen… | mehr von… | mehr aus… | mehr über… | mehr auf…
          mehr zu… | mehr nachrichten… | mehr news… | mehr meldungen… | mehr beiträge… | mehr kolumnen… | mehr infos… | mehr informationen… | mehr links…
          mehr interessant… | mehr lesen | lesen sie auch… | lesen sie mehr… | lesen sie dazu… | auch interessant… | auch lesenswert…
          weitere artikel… | weitere themen… | weitere beiträge… | weitere nachrichten… | weitere news… | weitere meldungen… | weitere links…
          weitere infos… | weitere informationen… | weitere interessante… | weiterer artikel | weiterführende… | das könnte sie… | das könnte dich… | das könnte ihnen…
          das könnte euch… | das könnte auch… | das thema könnte… | dieses thema könnte… | zum thema | themen | ähnliche artikel… | ähnliche beiträge… | ähnliche themen… | ähnliche produkte
          verwandte artikel… | verwandte themen | verwandte beiträge | passend | passend dazu | passende artikel | passend zum thema | links zum thema
          links zum artikel | meistgelesen… | meist gelesen… | meist diskutiert | meist-diskutiert | meist-gelesen | meist kommentiert | meist gesehen | kommentierte artikel | meistkommentierte artikel
          lust auf mehr | community | kontakt | entdecke weitere… | entdecke mehr… | entdecken sie… | neueste artikel | neueste beiträge
          neueste kommentare | neueste nachrichten | aktuelle artikel | aktuelle beiträge | aktuelle nachrichten | aktuelle themen | aktuelle meldungen
          aus dem archiv | aus der redaktion | unsere empfehlungen | empfehlungen der redaktion | empfehlungen | top-themen | topthemen | schon gelesen
          kommentar | kommentare | leserkommentare | kommentieren | kommentar schreiben | kommentar verfassen | kommentar hinterlassen | diskussion
          schreiben sie einen kommentar… | schreibe einen kommentar… | hinterlassen sie einen kommentar… | hinterlasse einen kommentar…
          hinterlasse eine antwort… | schreibe eine antwort… | deine meinung | ihre meinung | diskutieren sie mit | diskutiere mit
          über den autor | über die autorin | über die autoren | über unsere autorin | über unseren autor | über den verfasser | zur person | zum autor | zur autorin
          artikel teilen… | beitrag teilen… | seite teilen | seite drucken | artikel drucken | teilen… | schlagwörter | schlagworte | kategorien | stichwörter
          anzeige | anzeigen | werbung | quelle | quellen | quellenangaben | quellenverzeichnis | quellen anzeigen | quellen ausblenden | bildquellen | bildnachweis | bildnachweise
          beitragsbild | titelbild | externer inhalt | pressekontakt

          à lire aussi… | lire aussi… | lire également… | à lire également | à voir aussi… | voir aussi | voir plus… | articles similaires | articles liés | articles récents
          articles connexes | sujets liés | sur le même sujet | sur le même thème | dans la même rubrique | dans la même catégorie | commentaire | commentaires | laisser un commentaire…
          les plus lus | les plus partagés | partager… | publicité | plus d'articles… | plus d'infos | en savoir plus | à propos de l'auteur | mots-clés | nos suggestions | vous aimerez aussi… | à découvrir | étiquettes

          noticias relacionadas | artículos relacionados | temas relacionados | contenido relacionado | entradas relacionadas | noticias destacadas | entradas recientes
          más sobre… | más noticias… | más información | más leídas | más leídos | lo más leído | lo más visto | lo último | le puede interesar… | te puede interesar… | te recomendamos… | lea también… | lee también…
          lea además | ver también | comentario | comentarios | deja un comentario… | deja una respuesta… | compartir… | publicidad | etiquetas | sobre el autor | sobre la autora | temas
          leia também… | leia mais… | notícias relacionadas | veja também… | veja mais… | mais lidas | publicidade | matérias relacionadas | saiba mais | assuntos | deixe um comentário… | comentários | compartilhe…
          leggi anche… | potrebbe interessarti… | potrebbe anche interessarti… | ti potrebbe interessare… | articoli correlati | commenti | condividi… | lascia un commento… | pubblicità | argomenti | notizie correlate

          czytaj także… | czytaj też… | czytaj również… | czytaj więcej… | zobacz także… | zobacz też… | zobacz również… | zobacz więcej… | przeczytaj także… | przeczytaj też… | przeczytaj również…
          podobne artykuły | podobne wpisy | podobne tematy | powiązane… | komentarze… | dodaj komentarz… | polecamy… | najnowsze… | najpopularniejsze… | udostępnij… | reklama | tagi | źródło | źródła
          lees ook… | gerelateerd… | reacties | meer over… | meer nieuws… | reageer | läs också… | läs mer… | relaterade artiklar | kommentarer | les også… | les mer… | læs også… | læs mere… | lue myös… | lue lisää… | kommentit
          čtěte také… | diskuse | související… | související články | přečtěte si také | olvasta már… | kapcsolódó… | hozzászólások | ilgili haberler | yorumlar
          читайте также… | смотрите также | комментарии… | похожие… | по теме | ещё по теме | читайте також… | коментарі
          相关阅读 | 相关新闻 | 相关文章 | 相关链接 | 相关推荐 | 推荐阅读 | 延伸阅读 | 热门推荐 | 精彩推荐 | 网友评论 | 評論 | 评论 | 關聯記事 | 関連記事 | 関連ニュース | 関連リンク | あわせて読みたい | おすすめ記事 | 人気記事 | コメント | 관련기사 | 관련 기사 | 댓글
          """);

  /** Shares, credits, dates, promotions. */
  private static final PhraseList LINES =
      new PhraseList(
          160,
          """
          share | share this… | share on~ | share via~ | share with~ | share it~ | share the~ | tweet | tweet this~ | pin | pin it | pin on~ | email | email this~ | email the~ | e-mail | print | print this~
          read more… | see more… | view more… | load more… | show more… | learn more… | find out more… | read also: | also read… | also see: | watch: | read: | listen: | click here~
          continue reading… | continued below… | story continues… | article continues… | continued after… | advertisement~ | advertisment | sponsored content | sponsored by~ | skip to~ | skip past~ | skip advertisement~ | scroll down~ | scroll to~
          photo: | photos: | photo by: | photo credit: | photograph: | photograph by… | photo courtesy… | image: | images: | image credit: | image via~ | picture: | pictures: | credit: | credits: | video: | source: | source image: | illustration:
          foto: | fotos: | fotograf: | bild: | bilder: | bildquelle: | bildnachweis: | bildrechte: | symbolbild: | grafik: | quelle: | quellen: | beitragsbild… | titelbild: | image illustrative… | crédit: | crédits: | crédit photo: | photo d'illustration… | imagen: | immagine: | zdjęcie: | fot: | fot.… | źródło: | fuente: | fonte: | kuva: | kilde: | bron:
          bild via~ | foto via~ | photo via~ | image by~ | foto von~ | bild von~ | via getty~ | copyright… | all rights reserved~ | alle rechte vorbehalten~ | tous droits réservés~ | todos los derechos reservados~ | wszelkie prawa zastrzeżone~
          sign up to… | sign up for… | sign up here… | sign up now | sign up today… | subscribe to… | subscribe for… | subscribe now… | subscribe here | subscribe today | register for… | register now… | log in to… | log in | login | login to~ | join our… | join us… | join now
          get our… | get the latest… | get the best… | get the app~ | get updates… | download our… | download the app… | follow us… | follow me… | follow him… | follow her… | follow on~ | like us on… | find us on… | join us on… | visit us on… | listen to our… | support us… | donate | donate now~ | help us continue…
          newsletter~ | newsletter abonnieren… | abonnieren~ | anmelden~ | registrieren~ | einloggen~ | zum newsletter… | jetzt newsletter… | unser newsletter… | abonnieren sie… | abonniere… | melde dich… | melden sie sich… | folgen sie uns… | folge uns… | folgt uns… | besuchen sie uns… | jetzt spenden~ | unterstützen sie uns… | unterstütze uns…
          updated# | last updated# | published# | last modified# | posted# | modified# | created# | first published# | publication date# | published on# | posted on# | updated on# | updated at#
          veröffentlicht# | publiziert# | aktualisiert# | zuletzt aktualisiert# | letzte aktualisierung# | erstellt# | stand# | publié# | mis à jour# | publicado# | actualizado# | atualizado# | pubblicato# | aggiornato# | opublikowano# | aktualizacja# | gepubliceerd# | bijgewerkt# | publicerad# | uppdaterad# | publisert# | oppdatert# | julkaistu# | päivitetty# | publikováno# | aktualizováno# | опубликовано# | обновлено#
          mehr lesen… | mehr dazu… | mehr zum thema… | mehr infos… | mehr informationen… | mehr erfahren… | weiter lesen… | weiterlesen~ | lesen sie auch… | lesen sie mehr… | lesen sie dazu… | lesen sie hier… | lies auch… | lesetipp… | siehe auch: | auch interessant: | mehr zum thema: | zum thema:
          zurück | nach oben | zur startseite | zum seitenanfang | zum inhalt springen | back to top | go to top | top | startseite | anzeige~ | werbung~ | advertorial~ | hier klicken~ | jetzt anmelden… | jetzt abonnieren… | jetzt bestellen… | jetzt kaufen… | jetzt registrieren… | hier anmelden~ | hier bestellen~
          artikel drucken~ | beitrag drucken~ | seite drucken~ | artikel teilen~ | beitrag teilen~ | seite teilen~ | artikel empfehlen~ | seite empfehlen~ | artikel versenden~ | artikel kommentieren~ | drucken | teilen | teilen auf~ | teilen per~ | teilen mit~ | twittern | merken | weiterempfehlen | ausdrucken | vorlesen | artikel merken
          partager | partager sur~ | partager cet~ | imprimer | à lire aussi… | lire aussi… | lire la suite… | lire également… | à lire également… | voir aussi… | à voir aussi… | en savoir plus~ | compartir | compartir en~ | compartir por~ | imprimir | lea también… | lea más… | lee también… | lee más… | leer más~ | te puede interesar… | le puede interesar… | leia também… | leia mais… | veja também… | saiba mais~
          leggi anche… | leggi tutto~ | condividi | condividi su~ | stampa | drukuj | udostępnij | udostępnij na~ | czytaj także… | czytaj też… | czytaj również… | czytaj więcej… | zobacz także… | zobacz też… | zobacz również… | zobacz więcej… | przeczytaj także… | przeczytaj też… | przeczytaj również… | lees ook… | lees meer… | läs också… | läs mer… | les også… | les mer… | læs også… | læs mere… | lue myös… | čtěte také… | přečtěte si také… | читайте также… | читайте також…
          tag: | tags: | schlagwörter: | schlagworte: | stichworte: | stichwörter: | kategorie: | kategorien: | category: | categories: | filed under… | posted in… | topic: | topics: | keywords: | themen: | thema: | veröffentlicht in… | veröffentlicht unter… | mots-clés: | étiquettes: | etiquetas: | temas: | tagi: | tematy: | abgelegt unter… | verschlagwortet mit… | labels: | tagged… | rubrik: | rubriken: | argomenti: | dossier:
          das thema könnte~ | das könnte sie auch~ | das könnte dich auch~ | das könnte ihnen auch~ | das könnte euch auch~ | schon gelesen? | you may also like~ | you might also like~ | vous aimerez aussi~ | potrebbe interessarti~
          kommentare | kommentare geschlossen | kommentare sind geschlossen | kommentare deaktiviert | kommentarfunktion… | kommentarfeed… | comments closed | comments are closed~ | comments off~ | kommentieren | jetzt kommentieren~ | kommentar schreiben~ | kommentare anzeigen~ | alle kommentare~ | comment | comments | commentaires | comentarios | komentarze | reacties | replies | antworten | shares | likes | views | no comments~ | keine kommentare~ | leave a comment~ | leave a reply~
          sie müssen sich… | sie müssen angemeldet… | sie müssen eingeloggt… | du musst angemeldet… | du musst dich… | bitte anmelden~ | bitte melden sie sich… | bitte registrieren sie sich… | you must be logged in… | you need to be logged in… | please log in~ | dieser eintrag wurde… | dieser beitrag wurde… | dieser artikel wurde… | this entry was posted… | noch keine bewertungen~ | no ratings yet~ | bewertung: | bewertungen: | trackback… | rss-feed~
          war der artikel? | war dieser artikel? | war dieser beitrag? | war diese seite? | war ihnen dieser? | hat ihnen der? | hat ihnen dieser? | hat dir der? | hat dir dieser? | hat euch? | fanden sie diesen? | gefällt dir? | gefällt ihnen? | gefällt euch? | was this article? | was this page? | was this post? | did you like? | did you find? | did you enjoy? | like this? | like what you? | enjoyed this? | cet article vous? | avez-vous aimé? | te gustó? | le gustó?
          kennst du schon? | kennt ihr schon? | kennen sie schon? | lust auf mehr… | hast du lust? | sie möchten? | möchten sie? | möchtest du? | hat sie dieser? | never miss… | do you want to be informed… | stay informed… | stay up to date… | stay in touch… | don't miss… | be the first to… | bleiben sie informiert… | bleib informiert… | bleiben sie auf dem laufenden… | bleib auf dem laufenden… | nichts mehr verpassen… | keine news mehr verpassen… | verpassen sie nicht… | verpasse nichts… | ne manquez… | no te pierdas… | non perdere…
          enthält affiliate~ | enthält werbung~ | contains affiliate… | contains advertising~ | this post contains affiliate… | this article contains affiliate… | we may earn… | we may receive… | we recommend the best… | we independently… | as an amazon associate… | affiliate-link… | affiliate links… | als amazon-partner… | mit sternchen… | diese links sind… | cet article contient des liens…
          materiał chroniony prawem… | warning:… | notice:… | fatal error:… | deprecated:… | min read | min lesezeit | minuten lesezeit | lesezeit~ | lesedauer~ | reading time~ | read time~ | czas czytania~ | temps de lecture~ | tiempo de lectura~ | tempo di lettura~
          this site uses cookies… | this website uses cookies… | this page uses cookies… | we use cookies… | diese seite verwendet cookies… | diese website verwendet cookies… | diese webseite verwendet cookies… | diese website nutzt cookies… | wir verwenden cookies… | wir nutzen cookies… | ce site utilise… | este sitio utiliza… | questo sito utilizza… | ta strona używa… | enable javascript… | please enable javascript… | your browser does not… | your browser doesn't… | bitte aktivieren sie javascript… | aktivieren sie javascript…
          externer inhalt~ | empfohlener redaktioneller inhalt | empfohlener externer inhalt | an dieser stelle finden sie… | hier finden sie externe… | external content~ | inhalt anzeigen | inhalte anzeigen | ich bin damit einverstanden, dass mir… | quellen anzeigen | quellen ausblenden | mehr anzeigen | weniger anzeigen | alle anzeigen | see all | view all | show all | bild vergrößern | bildergalerie~ | bilderstrecke~ | zur galerie | view gallery~ | view image~ | gallery: | galerie: | fotostrecke: | image caption~ | media caption~ | play video~ | watch video~ | video abspielen | loading~ | wird geladen~
          图注: | 原标题: | 出品: | 责任编辑: | 编辑: | 来源: | 文章来源: | 作者: | 记者: | 本文来源: | 声明: | 转载请注明: | 责任编辑… | 责编: | 视频推荐 | 热门推荐 | 精彩推荐 | 相关推荐 | 更多精彩… | 点击查看… | 写真: | 撮影: | 画像: | 出典: | 提供: | 関連記事… | 続きを読む… | 사진: | 출처: | 무단전재…
          """);

  /** Who took a picture, at the end of what it shows. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:\u00A9|\\([cC]\\)|\\b(?:fotos?|bild(?:er|quelle|nachweis|rechte)?|photos?|cr[e\u00E9]dits?|image|picture|quelle|zdj\u0119cie|fot\\.|imagen|immagine|grafik|symbolbild|archivbild|archivfoto|foto d'archivio)\\s?[:\u00A9/(])[^.!?]{0,80}[.)]{0,2}$",
          Pattern.CASE_INSENSITIVE);

  /** A sentence about the writer or the outlet at the end of a text. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "^(?:.{3,60} (?:is|are) (?:an?|the|our) .{0,80}\\b(?:writer|reporter|editor|correspondent|columnist|journalist|author|contributor|freelancer?|blogger|fellow|staff)\\b.*+"
              + "|(?:follow|email|contact|reach|e-mail) (?:him|her|them|me|us|the (?:author|writer|reporter)|[\\p{Lu}@]).{0,160}|.{0,60}contributed (?:to this (?:report|article|story)|reporting).{0,60}|(?:additional )?reporting by .*+|(?:this (?:article|story|post|piece) (?:was|first|originally|has been) .*+)|a version of this article appears.*+|(?:want|got|have) (?:more|a (?:tip|story)).{0,200})$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String SIGNS = " |/\\-\u2013\u2014\u2022\u00B7*_=.#<>\u00AB\u00BB";
  private static final int MAX_CREDITED = 300;
  private static final int MAX_CLOSING = 400;

  private FurniturePhrases() {}

  static boolean isHeading(String text) {
    return HEADINGS.matches(text);
  }

  static boolean isLine(String text) {
    return LINES.matches(text) || isSigns(text);
  }

  /** A caption that ends with the name of who took the picture. */
  static boolean isCredited(String text) {
    return text.length() <= MAX_CREDITED && CREDIT.matcher(text).find();
  }

  static boolean isClosing(String text) {
    return text.length() <= MAX_CLOSING && CLOSING.matcher(text).find();
  }

  private static boolean isSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (SIGNS.indexOf(text.charAt(i)) < 0 && !Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
