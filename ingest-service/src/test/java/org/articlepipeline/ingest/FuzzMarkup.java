package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks HTML and XML by their tags: lost, doubled, nested, swapped, with attributes that can't be.
 */
final class FuzzMarkup {

  private static final Pattern PARTS = Pattern.compile("<[^>]{0,400}>|[^<]+|<");

  private static final List<String> SNIPPETS =
      List.of(
          "<meta charset=utf-16>",
          "<meta charset='x-none'>",
          "<meta http-equiv=content-type content='text/html; charset=shift_jis'>",
          "<base href='::'>",
          "<script>",
          "</script>",
          "<script type=application/ld+json>{\"@graph\":[[[{\"@type\":[null,3]}]]]}</script>",
          "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":{},\"author\":[[]],\"image\":3,\"headline\":null}</script>",
          "<script type=application/ld+json>[1,</script>",
          "<style>",
          "<!--",
          "<![CDATA[",
          "<plaintext>",
          "<textarea>",
          "<title>",
          "<template>",
          "<table><tr><td>",
          "<svg><desc>",
          "<math><mtext>",
          "<frameset>",
          "<select><option>",
          "<p hidden>",
          "<div style='display:none'>",
          "<time datetime='2024-02-30'>",
          "<time datetime=''>",
          "<link rel=canonical href='http://[::1'>",
          "<link rel=canonical href='%zz'>",
          "<img src='data:,' srcset='x 1w, , 2x'>",
          "<a href='//'>x</a>",
          "<article>",
          "</article>",
          "<main><main>",
          "<h1></h1>",
          "<br><br><br>",
          "<meta property='og:title' content=''>",
          "<meta property='og:image' content='::'>",
          "<meta property='article:published_time' content='x'>",
          "<div itemscope itemtype='http://schema.org/Article'><meta itemprop=datePublished content='9'>",
          "<html lang='\u0000'>",
          "<html lang=xx-yy-zz-qq>");

  private FuzzMarkup() {}

  static String mutated(String markup, Random random) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PARTS.matcher(markup);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    if (parts.isEmpty()) {
      return SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    }
    for (int left = 1 + random.nextInt(5); left > 0 && !parts.isEmpty(); left--) {
      once(parts, random);
    }
    return String.join("", parts);
  }

  private static void once(List<String> parts, Random random) {
    int at = random.nextInt(parts.size());
    int other = random.nextInt(parts.size());
    String part = parts.get(at);
    switch (random.nextInt(9)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.add(other, part);
      case 2 -> parts.set(at, parts.set(other, part));
      case 3 -> parts.set(at, FuzzText.repeated(part, 1 + random.nextInt(600)));
      case 4 -> parts.subList(Math.min(at, other), Math.max(at, other)).clear();
      case 5 -> parts.set(at, FuzzText.mutated(part, random));
      case 6 -> parts.add(at, "<div>".repeat(1 + random.nextInt(3000)));
      default -> parts.add(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
    }
  }
}
