package org.articlepipeline.ingest;

import java.util.Set;

/**
 * What the names of boxes say of them: words of classes and ids, by kind and language, never of one
 * site.
 */
final class FurnitureNames {

  /** Furniture whatever is in it. */
  static final Set<String> STRONG =
      words(
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
          bildunterschrift bildunterzeile bildtext legende imagecaption wp-caption-text
          photocredit imagecredit credit credits tags tagcloud taglist posttags postmeta
          entrymeta metadata articlemeta byline dateline timestamp pubdate postmetadata
          hashtags keywords schlagworte schlagwort kategorien categories toc
          """);

  /** The same, even where it is most of the page: comments and galleries outgrow articles. */
  static final Set<String> OUTGROWING =
      words(
          """
          comment comments commentlist commentslist commentaires kommentare kommentar
          comentarios comentario commenti komentarze reacties kommentarer disqus respond
          replies trackback trackbacks pingback guestbook gallery galerie galleria carousel
          slider slideshow related relatedposts relatedarticles relateds verwandte
          relacionadas relacionados correlati powiazane recommended recommendation
          recommendations recommend recirc recirculation outbrain taboola yarpp jp-relatedposts readmore readalso morestories morenews trending popular mostread
          mostpopular meistgelesen empfehlungen topstories latest latestnews timeline stream
          livestream newsfeed feed newsticker teasers teaserlist upnext alsoread
          """);

  /** Furniture when it is mostly links, or next to nothing. */
  static final Set<String> WEAK =
      words(
          """
          author authors autor autoren auteur autore date datum time published posted meta
          info infos infobox widget widgets box module header head banner top bottom links
          linklist list more mehr tag topic topics category kategorie section rubrik teaser
          teaserbox aside side extra extras service language lang search form button buttons
          btn icon icons label source quelle image img photo picture media video player
          profile avatar counter views likes like event events cart shop product products
          price archive archives blogroll previous next prev footnotes notice alert message
          crumb reply edit permalink stats hint ranking tabs tab options action actions
          """);

  /** Boxes that hold the text of an article. */
  static final Set<String> BODY =
      words(
          """
          articlebody articletext articlecontent entrycontent postcontent postbody storybody
          storytext bodytext fulltext artikeltext artikelinhalt maincontent article artikel
          story entry post content body text main inhalt contenu contenido contenuto tresc
          articulo articolo
          """);

  static final Set<String> LEAD =
      words(
          """
          lead lede leadtext intro introduction introtext standfirst summary dek deck subtitle
          subheadline subhead subheading vorspann chapo chapeau entradilla sommario occhiello
          excerpt abstract sapo einleitung anleser anreisser articlelead bajada sumario
          zajawka perex description
          """);

  /** Out of sight, in the names that style sheets share. Compared with whole class names. */
  static final Set<String> HIDDEN =
      words(
          """
          hidden hide d-none sr-only visually-hidden visuallyhidden screen-reader-text
          screenreader u-hidden is-hidden invisible noprint no-print print-only printonly
          print-none element-invisible offscreen
          """);

  private FurnitureNames() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }
}
