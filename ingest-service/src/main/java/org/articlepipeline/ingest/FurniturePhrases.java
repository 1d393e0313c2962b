package org.articlepipeline.ingest;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lines of a page's text that are not the article's, by their words: by kind and language, never of
 * one site. Lengths are tested first, for long alternations cost the most.
 */
final class FurniturePhrases {

  private static final int MAX_HEADING = 60;
  private static final int MAX_LINE = 160;

  /** Headings of what follows an article: 0 / +5. */
  private static final Pattern HEADING =
      pattern(
          "^(?:(?:you (?:may|might) (?:also )?(?:like|be interested)|related|similar|further|more)(?: (?:articles?|stor(?:y|ies)|posts?|news|links|topics|content|reading|coverage|videos?))?(?: (?:from|on|in|about)\\b.*+)?"
              + "|(?:recommended|read|see|watch)(?: (?:also|next|more|for you|stories|articles|reading|videos))|most (?:read|popular|viewed|shared)|popular (?:posts|articles|stories|now)|trending(?: now)?|latest (?:news|posts|articles|stories)|recent (?:posts|articles|comments)|top stories|don.t miss|editor.s (?:picks?|choice)"
              + "|(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|responses|about the authors?|share(?: this.*)?|tags?|categories|newsletters?|sign up.*|subscribe.*|follow us.*|advertisement|sponsored(?: content)?|archives?|navigation|search|meta"
              + "|(?:mehr|lesen sie|auch|weitere?)(?: (?:auch|mehr|dazu|zum thema|artikel|themen|interessant|beitr\u00E4ge|nachrichten|news|meldungen|links|infos|informationen|aus|von|interessante?)\\b.*+)|das k\u00F6nnte (?:sie|dich|ihnen|euch).*|zum thema|\u00E4hnliche (?:artikel|beitr\u00E4ge|themen|produkte)|verwandte (?:artikel|themen|beitr\u00E4ge)|passend(?:e artikel| dazu)?|links zum (?:thema|artikel)|meistgelesen.*|meist.(?:diskutiert|kommentiert|gesehen)|(?:meist)?kommentierte artikel|lust auf mehr\\??|community|kontakt|entdecke? (?:weitere|mehr).*|(?:m\u00E1s sobre|plus d.articles|voir plus|le puede interesar|te recomendamos|m\u00E1s noticias).*|neueste (?:artikel|beitr\u00E4ge|kommentare|nachrichten)|aktuelle (?:artikel|beitr\u00E4ge|nachrichten|themen)"
              + "|(?:\\d+ )?(?:leser)?kommentare?(?: \\(?\\d+\\)?)?|(?:schreiben? sie|hinterlassen? sie|schreibe?|hinterlasse?) (?:einen|ihren|deinen|eine) (?:kommentar|antwort).*|kommentar (?:schreiben|verfassen|hinterlassen)|\u00FCber (?:den|die|unsere?n?) (?:autor(?:in|en)?|verfasser(?:in)?)|(?:artikel|beitrag|seite) (?:teilen|drucken|versenden)|teilen(?: mit)?.*|schlagw\u00F6rter|schlagworte|kategorien|anzeigen?|werbung|newsletter.*"
              + "|(?:\u00E0 )?lire (?:aussi|\u00E9galement).*|(?:articles?|sujets?) (?:similaires?|li\u00E9s?|connexes?|r\u00E9cents?)|sur le m\u00EAme (?:sujet|th\u00E8me)|dans la m\u00EAme rubrique|(?:\\d+ )?commentaires?|laisser un commentaire.*|les plus lus|partager.*|publicit\u00E9|\u00E0 voir aussi|voir aussi"
              + "|(?:noticias|art\u00EDculos|temas|contenido|entradas) (?:relacionad[oa]s?|destacad[oa]s|recientes)|te puede interesar.*|lea tambi\u00E9n.*|lee tambi\u00E9n.*|(?:\\d+ )?comentarios?|deja (?:un comentario|una respuesta).*|lo m\u00E1s (?:le\u00EDdo|visto)|compartir.*|publicidad|leia (?:tamb\u00E9m|mais).*|not\u00EDcias relacionadas|veja (?:tamb\u00E9m|mais).*|mais lidas|publicidade"
              + "|leggi anche.*|potrebbe(?: anche)? interessarti.*|articoli correlati|commenti|condividi.*|lascia un commento.*"
              + "|(?:czytaj|zobacz|przeczytaj) (?:tak\u017Ce|te\u017C|r\u00F3wnie\u017C|wi\u0119cej).*|podobne (?:artyku\u0142y|wpisy|tematy)|powi\u0105zane.*|komentarze.*|dodaj komentarz.*|polecamy.*|najnowsze.*|udost\u0119pnij.*|reklama"
              + "|lees ook.*|gerelateerd.*|reacties|meer (?:over|nieuws).*|l\u00E4s (?:ocks\u00E5|mer).*|les (?:ogs\u00E5|mer).*|l\u00E6s (?:ogs\u00E5|mere).*|lue my\u00F6s.*|\u010Dt\u011Bte tak\u00E9.*|diskuse|souvisej\u00EDc\u00ED.*"
              + "|\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u0436\u0435.*|\u043A\u043E\u043C\u043C\u0435\u043D\u0442\u0430\u0440\u0438\u0438.*|\u043F\u043E\u0445\u043E\u0436\u0438\u0435.*|\u76F8\u5173(?:\u9605\u8BFB|\u65B0\u95FB|\u6587\u7AE0|\u94FE\u63A5).*|\u95A2\u9023(?:\u8A18\u4E8B|\u30CB\u30E5\u30FC\u30B9).*|\u30B3\u30E1\u30F3\u30C8)\\s?[:\u2026.>\u00BB!?]*$");

  /** Shares, credits, dates, promotions: +2 / +1. */
  private static final Pattern LINE =
      pattern(
          "^(?:(?:share|tweet|pin|email|print|e-mail|drucken|teilen|twittern|merken|partager|imprimer|compartir|imprimir|condividi|stampa|drukuj|udost\u0119pnij)(?: (?:this|on|via|with|auf|per|sur|en|su|the|it)\\b.{0,40})?"
              + "|(?:read|see|view|load|show|learn|find out) more\\b.{0,80}|(?:read|see|watch|listen)(?: also)?: .{0,140}|also read\\b.*|click here.{0,60}|continue reading.*|(?:continued|story continues) (?:below|after).*|advertise?ment.{0,30}|- ?advertisement ?-|sponsored(?: content| by.{0,40})?|skip (?:to|past|advertisement).{0,60}|scroll (?:down|to).{0,40}|(?:article|story) continues (?:below|after).*"
              + "|(?:photo|image|picture|photograph|foto|fotos|bild|bilder|cr\u00E9dit|cr\u00E9dits|fotograf|zdj\u0119cie|fot\\.|imagen|immagine|grafik|quelle|bildquelle|bildnachweis|photo credit|image credit|video)s?(?: (?:by|courtesy|credit|von|de|par)\\b)? ?[:\u00A9/(].{0,100}|\u00A9.{0,120}|\\(c\\) .{0,100}|copyright\\b.{0,120}|(?:all rights reserved|alle rechte vorbehalten|tous droits r\u00E9serv\u00E9s|todos los derechos reservados)\\.?"
              + "|(?:sign up|subscribe|register|log in|login|join)\\b.{0,20}(?: (?:for|to|now|here|today|or|our|us)\\b).{0,100}|get (?:our|the) .{0,60}newsletter.{0,60}|follow (?:us|me|him|her|@).{0,100}|(?:like|find|join|visit) us on.{0,60}|(?:newsletter|abonnieren|anmelden|registrieren|einloggen).{0,40}"
              + "|(?:last )?(?:updated|published|posted|modified|created)(?: (?:on|at|by))?:? .{0,60}\\d.{0,30}|(?:by|von|par|por|di) [\\p{Lu}][\\p{L}.'-]+(?: [\\p{Lu}][\\p{L}.'-]+){1,3}|(?:ver\u00F6ffentlicht|aktualisiert|erstellt|publi\u00E9|mis \u00E0 jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|aktualizacja|stand)(?: (?:am|le|el|il|von|um))?:? ?.{0,40}\\d.{0,30}"
              + "|(?:mehr|weiter)(?: (?:lesen|dazu|zum thema|infos|informationen)).{0,80}|weiterlesen.{0,40}|lesen sie (?:auch|mehr|dazu|hier).{0,120}|(?:siehe auch|auch interessant|mehr zum thema|zum thema)\\b ?:.{0,120}|(?:zur\u00FCck|nach oben|zur startseite|zum seitenanfang|back to top|go to top|top)|anzeige|werbung|(?:hier|jetzt) (?:klicken|anmelden|abonnieren|bestellen|kaufen).{0,60}|(?:artikel|beitrag|seite) (?:drucken|teilen|empfehlen|versenden|kommentieren).{0,40}"
              + "|(?:\u00E0 )?lire (?:aussi|la suite|\u00E9galement).{0,140}|voir aussi.{0,140}|en savoir plus.{0,60}|lea (?:tambi\u00E9n|m\u00E1s).{0,140}|leia (?:tamb\u00E9m|mais).{0,140}|leggi anche.{0,140}|leer m\u00E1s.{0,60}|(?:czytaj|zobacz|przeczytaj) (?:tak\u017Ce|te\u017C|r\u00F3wnie\u017C|wi\u0119cej).{0,140}|lees (?:ook|meer).{0,140}"
              + "|(?:tags?|schlagw\u00F6rter|schlagworte|stichworte|kategorien?|categor(?:y|ies)|filed under|posted in|topics?|keywords|themen|ver\u00F6ffentlicht in|mots-cl\u00E9s|etiquetas|tagi|tematy|abgelegt unter|verschlagwortet mit|labels) ?:.{0,140}|(?:filed under|posted in|abgelegt unter|ver\u00F6ffentlicht unter|ver\u00F6ffentlicht in|verschlagwortet mit)\\b.{0,140}"
              + "|(?:das|dieses?) (?:thema )?k\u00F6nnte (?:sie|dich|ihnen|euch|dir) auch.{0,60}|schon gelesen\\?|(?:le|te) puede interesar.{0,80}|(?:kommentare|comments) (?:sind )?(?:geschlossen|deaktiviert|closed)|kommentieren|sie m\u00FCssen (?:sich|angemeldet|eingeloggt).{0,100}|you must be logged in.{0,60}|dieser (?:eintrag|beitrag) wurde .{0,120}|this entry was posted.{0,120}|\\(?noch keine bewertungen\\)?.{0,30}|(?:no ratings? yet|bewertung(?:en)?:).{0,40}"
              + "|(?:war|hat|fanden|m\u00F6chten) (?:der|dieser|ihnen|dir|sie|diesen?|den) (?:der |dieser |den |diesen? )?(?:artikel|beitrag|text|seite)\\b.{0,80}\\?|(?:was|did you (?:find|like)) this (?:article|page|post)?\\b.{0,60}\\?|gef\u00E4llt (?:dir|ihnen|euch) .{0,100}|(?:never miss|do you want to be informed|stay (?:informed|up to date|in touch)|don.t miss|be the first to).{0,120}|(?:bleiben sie|bleib) (?:informiert|auf dem laufenden).{0,120}"
              + "|.{0,50}(?:/| / |\u00A9 ?)(?:getty images|afp|dpa|reuters|ap|istock(?:photo)?|shutterstock|imago|apa|picture alliance|epa|pixabay|unsplash|adobe stock|fotolia|alamy|ansa|efe)[\\p{L}\\d. /()-]{0,40}|(?:bild|foto|photo|image|via|quelle|source|source image) (?:via|von|by|courtesy)\\b.{0,80}|i?stock(?:photo)?\\.com.{0,60}|(?:anzeige|werbung|advertorial)(?:[,:\u00B7 -]).{0,80}|(?:enth\u00E4lt|contains) (?:affiliate|werbung).{0,60}|materia\u0142 chroniony prawem.{0,120}|\u017Ar\u00F3d\u0142o:.{0,60}|(?:warning|notice|fatal error|deprecated): .{0,140}"
              + "|(?:\u56FE\u6CE8|\u539F\u6807\u9898|\u51FA\u54C1|\u8D23\u4EFB\u7F16\u8F91|\u7F16\u8F91|\u6765\u6E90|\u6587\u7AE0\u6765\u6E90|\u4F5C\u8005|\u8BB0\u8005|\u672C\u6587\u6765\u6E90|\u58F0\u660E|\u8F6C\u8F7D\u8BF7\u6CE8\u660E)\\s?[:\uFF1A\uFE31|\uFF5C].{0,80}|[\\[\u3010(\uFF08](?:\u8D23\u4EFB\u7F16\u8F91|\u7F16\u8F91|\u8BB0\u8005|\u8D23\u7F16).{0,60}[\\]\u3011)\uFF09]|.{0,6}(?:\u89C6\u9891|\u70ED\u95E8|\u7CBE\u5F69|\u76F8\u5173).{0,4}\u63A8\u8350"
              + "|\\d+ (?:comments?|kommentare?|commentaires?|comentarios?|komentarz[ey]?|shares?|likes?|views?|replies|antworten|reacties)|(?:no|keine|leave a) (?:comments?|kommentare?)(?: yet)?|comments? (?:are )?(?:closed|off).*|\\d+ (?:min(?:ute)?s?|minuten)(?: (?:read|lesezeit))?|(?:lesezeit|reading time|czas czytania|temps de lecture)\\b.{0,40}"
              + "|(?:this (?:site|website|page) uses|we use|diese (?:web)?seite (?:verwendet|nutzt)|wir (?:verwenden|nutzen)|ce site utilise) cookies.*|(?:please )?enable javascript.*|your browser (?:does not|doesn't).*|[|/\\-\u2013\u2014\u2022\u00B7*_=.#<>\u00AB\u00BB\\s\\d]+)$");

  /** A sentence about the writer or the outlet at the end of a text. */
  private static final Pattern CLOSING =
      pattern(
          "^(?:.{3,60} (?:is|are) (?:an?|the|our) .{0,80}\\b(?:writer|reporter|editor|correspondent|columnist|journalist|author|contributor|freelancer?|blogger|fellow|staff)\\b.*+"
              + "|(?:follow|email|contact|reach|e-mail) (?:him|her|them|me|us|the (?:author|writer|reporter)|[\\p{Lu}@]).{0,160}|.{0,60}contributed (?:to this (?:report|article|story)|reporting).{0,60}|(?:additional )?reporting by .*+|(?:this (?:article|story|post|piece) (?:was|first|originally|has been) .*+)|a version of this article appears.*+|(?:want|got|have) (?:more|a (?:tip|story)).{0,200})$");

  private FurniturePhrases() {}

  static boolean isHeading(String text) {
    return text.length() <= MAX_HEADING && HEADING.matcher(lower(text)).find();
  }

  static boolean isLine(String text) {
    return text.length() <= MAX_LINE && LINE.matcher(text).find();
  }

  static boolean isClosing(String text) {
    return text.length() <= 400 && CLOSING.matcher(text).find();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
