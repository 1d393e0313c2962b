package org.articlepipeline.ingest.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the names of boxes say of them: words of classes and ids, by kind and language, never of one
 * site. A box may be of several kinds; each is a bit.
 */
final class FurnitureNames {

  /** Furniture whatever is in it. */
  static final int STRONG = 1;

  /** The same, even where it is most of the page: comments and galleries outgrow articles. */
  static final int OUTGROWING = 1 << 1;

  /** Furniture when it is mostly links, or next to nothing. */
  static final int WEAK = 1 << 2;

  /** Holds an article's text and no more, also as CONTENT and ARTICLE together. */
  static final int TEXT = 1 << 3;

  static final int CONTENT = 1 << 4;
  static final int ARTICLE = 1 << 5;

  static final int LEAD = 1 << 6;

  /** Out of sight. */
  static final int HIDDEN = 1 << 7;

  /** Furniture by its ARIA role. */
  static final int ROLE = 1 << 8;

  /** {@code itemprop=articleBody}. */
  static final int ARTICLE_BODY = 1 << 9;

  /** Tells of a picture; also where it is a part of a line. */
  static final int CAPTION = 1 << 10;

  /** With links the teaser of another article, without any the lead of this one. */
  static final int TEASER = 1 << 11;

  /** A writer's name and something that is a box make a box about the writer. */
  static final int AUTHOR = 1 << 12;

  static final int AUTHOR_PART = 1 << 13;

  private static final Map<String, Integer> KINDS = new HashMap<>();

  static {
    add(
        STRONG,
        """
        share sharing sharebar sharebuttons sharethis sharetools addthis addtoany sharedaddy
        shariff social socialmedia socials socialshare follow teilen partage partager
        compartir condividi udostepnij nav navi navbar navigation menu submenu mainmenu
        topbar breadcrumb breadcrumbs breadcrump pagination pager paging sitemap skip
        skiplink pagenav postnav paginator ad ads adv advert adverts advertisement
        advertising adsense adbox adslot adcontainer sponsor sponsored sponsors werbung
        anzeige anzeigen publicite publicidad pubblicita reklama reklamy advertentie dfp
        affiliate promo promotion promos promobox cta marketing newsletter newsletters
        subscribe subscription subscriptions signup optin mailinglist mailchimp abo
        abonnement abonnieren suscripcion cookie cookies cookiebar consent gdpr dsgvo popup
        modal lightbox overlay login signin donate donation sidebar sidebars sidecolumn
        seitenleiste rail footer foot pagefooter fusszeile masthead topnav copyright
        colophon impressum disclaimer breakingnews ticker weather wetter searchform
        searchbox toolbar tools toolbox articletools utility print backtotop totop error
        feedback correction paywall hotjar rating ratings vote voting poll survey umfrage
        quiz authorbox bio biography aboutauthor authorbio vcard caption captions figcaption
        bildunterschrift bildunterzeile bildtext legende imagecaption
        photocredit imagecredit credit credits tags tagcloud taglist posttags postmeta
        entrymeta metadata articlemeta byline dateline timestamp pubdate postmetadata
        hashtags keywords schlagworte schlagwort kategorien categories toc banner flyout
        disclosure disclosures reviewed saboxplugin molongui shareaholic heateor essb ssba
        sharelinks shareicons sharelist delen dela jaa annons annonse annonce mainos reklam
        inzerce hirdetes adunit adsbygoogle adwrapper leaderboard skyscraper mpu outstream
        cookiebanner cookieconsent onetrust usercentrics didomi borlabs iubenda nyhedsbrev
        nyhetsbrev uutiskirje nieuwsbrief hirlevel boletin infolettre breadcrumbnav
        brotkrumen filariane migas okruszki kruimelpad skiplinks printonly appbanner
        """);
    add(
        OUTGROWING,
        """
        comment comments commentlist commentslist commentaires kommentare kommentar
        comentarios comentario commenti komentarze reacties kommentarer disqus respond
        replies trackback trackbacks pingback guestbook gallery galerie galleria carousel
        slider slideshow related relatedposts relatedarticles relateds verwandte
        relacionadas relacionados correlati powiazane recommended recommendation
        recommendations recommend recirc recirculation outbrain taboola yarpp readmore readalso morestories morenews trending popular mostread
        mostpopular meistgelesen empfehlungen topstories latest latestnews timeline stream
        livestream newsfeed feed newsticker teasers teaserlist upnext alsoread postcomment
        postcomments commentform addcomment kommentti kommentit hozzaszolasok yorumlar
        diskuze diskuse livefyre intensedebate hyvor viafoura fbcomments facebookcomments
        relatedcontent relatednews relateditems relatedlinks relatedstories relatedtopics
        similarposts similararticles similaires similares aehnliche lireaussi vermas leiamais
        leggianche czytajtakze gerelateerd souvisejici kapcsolodo crosslinks morefrom moreon
        readnext nextup suggested suggestions sugerencias empfohlen onward discover
        mostviewed mostcommented populaire populares najnowsze popularne
        """);
    add(
        WEAK,
        """
        author authors autor autoren auteur autore date datum time published posted meta
        info infos infobox widget widgets box module header head banner top bottom links
        linklist list more mehr tag topic topics category kategorie section rubrik
        teaserbox aside side extra extras service language lang search form button buttons
        btn icon icons label source quelle image img photo picture media video player
        profile avatar counter views likes like event events cart shop product products
        price archive archives blogroll previous next prev footnotes notice alert message
        crumb reply edit permalink stats hint ranking tabs tab options action actions
        """);
    add(
        LEAD,
        """
        lead lede leadtext intro introduction introtext standfirst summary dek deck subtitle
        subheadline subhead subheading vorspann chapo chapeau entradilla sommario occhiello
        excerpt abstract sapo einleitung anleser anreisser articlelead bajada sumario
        zajawka perex description
        """);
    add(TEXT, "body text articlebody");
    add(TEASER, "teaser teasertext");
    add(
        CAPTION,
        """
        caption captions figcaption imagecaption bildunterschrift bildunterzeile bildtext
        photocredit imagecredit credit credits copyright bildnachweis
        """);
    add(AUTHOR, "author authors autor autoren auteur autore contributor writer");
    add(
        AUTHOR_PART,
        """
        card box info information description desc about profile bio details wrap block
        container section
        """);
    add(CONTENT, "content");
    add(ARTICLE, "article entry post");
  }

  /** In the names that style sheets share; compared with whole class names. */
  private static final Set<String> HIDDEN_CLASSES =
      Set.of(
          """
          hidden hide d-none sr-only visually-hidden visuallyhidden screen-reader-text
          screenreader u-hidden is-hidden invisible noprint no-print print-only printonly
          print-none element-invisible offscreen
                    """
              .strip()
              .split("\\s+"));

  private FurnitureNames() {}

  /** 0 when a word says nothing. */
  static int kinds(String word) {
    return KINDS.getOrDefault(word, 0);
  }

  static boolean isHidden(String className) {
    return HIDDEN_CLASSES.contains(className);
  }

  private static void add(int kind, String words) {
    for (String word : words.strip().split("\\s+")) {
      KINDS.merge(word, kind, (a, b) -> a | b);
    }
  }
}
