package org.articlepipeline.benchmarks;

/**
 * A page of news in the shape of real ones: most of it is scripts, menus and teasers, a tenth is
 * the article.
 */
final class NewsPage {

  /** In bytes; the page is ASCII. */
  static final int SIZE = 150_000;

  private final Words words = new Words(1);
  private final StringBuilder html = new StringBuilder(SIZE);

  private NewsPage() {}

  static String html() {
    var page = new NewsPage();
    page.head();
    page.header();
    page.article();
    page.sidebar();
    page.comments();
    page.footer();
    return page.html.toString();
  }

  private void head() {
    String title = "The harbour bridge opens again after two years of repairs";
    html.append("<!doctype html><html lang=\"en\" class=\"no-js\"><head><meta charset=\"utf-8\">")
        .append("<title>%s | The Coast Courier</title>".formatted(title))
        .append("<link rel=\"canonical\" href=\"https://courier.example/bridge\">")
        .append("<meta property=\"og:title\" content=\"%s\">".formatted(title))
        .append("<meta property=\"og:site_name\" content=\"The Coast Courier\">");
    for (int i = 0; i < 30; i++) {
      html.append("<meta name=\"x-%d\" content=\"%s\">\n".formatted(i, words.some(6)));
    }
    html.append(
        """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","name":"The Coast Courier"},
        {"@type":"NewsArticle","headline":"%s","author":[{"@type":"Person","name":"Mara Lindqvist"}],
        "datePublished":"2024-05-02T08:15:00+01:00","articleSection":"Local","keywords":"bridge, harbour"}]}</script>
        """
            .formatted(title));
    html.append("<style>");
    for (int i = 0; i < 120; i++) {
      html.append(".c-%d .item > a{color:#%06x;margin:0 %dpx}\n".formatted(i, i * 999, i));
    }
    html.append("</style>");
    script(20_000);
    html.append("</head>\n<body class=\"single post-template has-sidebar\">\n");
  }

  private void script(int length) {
    int end = html.length() + length;
    html.append("<script>");
    for (int i = 0; html.length() < end - 80; i++) {
      html.append(
          "var v%d=function(a,b){return a<b?a+%d:\"%s\"};\n".formatted(i, i, words.some(3)));
    }
    html.append("</script>\n");
  }

  private void header() {
    html.append("<header class=\"site-header\"><nav class=\"main-menu\"><ul>");
    for (int i = 0; i < 10; i++) {
      html.append("<li class=\"menu-item menu-item-%d\"><a href=\"/s/%d\">".formatted(i, i))
          .append(words.some(1))
          .append("</a><ul class=\"sub-menu\">");
      links(8);
      html.append("</ul></li>\n");
    }
    html.append("</ul></nav></header>\n");
  }

  private void links(int count) {
    for (int i = 0; i < count; i++) {
      html.append("<li class=\"menu-item\"><a href=\"/topic/%d\">".formatted(i))
          .append(words.some(2))
          .append("</a></li>");
    }
  }

  private void article() {
    html.append("<div class=\"layout\"><main id=\"main\"><article class=\"post hentry\">")
        .append("<h1 class=\"entry-title\">")
        .append("The harbour bridge opens again after two years of repairs</h1>\n")
        .append("<div class=\"entry-meta\"><span class=\"byline\">By Mara Lindqvist</span></div>")
        .append("<div class=\"share-buttons\"><a href=\"#\">Facebook</a><a href=\"#\">X</a></div>")
        .append("<div class=\"entry-content\">\n");
    for (int i = 0; i < 30; i++) {
      html.append("<p>")
          .append(words.sentences(3))
          .append(" <a href=\"/topic/%d\">%s</a> ".formatted(i, words.some(3)))
          .append("<em>")
          .append(words.some(2))
          .append("</em>, ")
          .append(words.sentences(2))
          .append("</p>\n");
      if (i % 6 == 5) {
        html.append("<figure class=\"wp-caption\"><img src=\"/i/%d.jpg\" alt=\"\">".formatted(i))
            .append("<figcaption>")
            .append(words.sentence())
            .append("</figcaption></figure>\n")
            .append("<h2>")
            .append(words.some(5))
            .append("</h2>\n");
      }
    }
    html.append("</div></article></main>\n");
  }

  private void sidebar() {
    html.append("<aside class=\"sidebar\">");
    for (int i = 0; i < 40; i++) {
      html.append(
              "<div class=\"card card--small\" data-id=\"%d\"><a href=\"/a/%d\">".formatted(i, i))
          .append("<img src=\"/t/%d.jpg\" alt=\"\" width=\"80\" height=\"60\"></a>".formatted(i))
          .append("<h3 class=\"card__title\"><a href=\"/a/%d\">".formatted(i))
          .append(words.some(8))
          .append("</a></h3><p class=\"card__text\">")
          .append(words.sentence())
          .append("</p></div>\n");
    }
    html.append("</aside></div>\n");
  }

  private void comments() {
    html.append("<section id=\"comments\" class=\"comments-area\"><h2>40 comments</h2><ol>");
    for (int i = 0; i < 40; i++) {
      html.append("<li class=\"comment depth-1\"><div class=\"comment-author vcard\">")
          .append("<b class=\"fn\">")
          .append(words.some(2))
          .append("</b></div><p>")
          .append(words.sentences(2))
          .append("</p><a class=\"comment-reply-link\" href=\"#%d\">Reply</a></li>\n".formatted(i));
    }
    html.append("</ol></section>\n");
  }

  private void footer() {
    html.append("<footer class=\"site-footer\"><ul>");
    links(60);
    html.append("</ul><p>Copyright The Coast Courier. All rights reserved.</p></footer>\n");
    int left = SIZE - html.length() - "</body></html>\n".length();
    script(left - 200);
    String end = "</body></html>\n";
    html.append(" ".repeat(SIZE - html.length() - end.length())).append(end);
  }
}
