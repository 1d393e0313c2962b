package org.articlepipeline.ingest;

import java.util.List;
import java.util.Random;

/**
 * Breaks text as text breaks: characters that nobody sees, halves of pairs, dates that can't be.
 */
final class FuzzText {

  /** What rules look for, and what may break them. */
  private static final List<String> TOKENS =
      List.of(
          "\u202E",
          "\u2066",
          "\u2069",
          "\u200B",
          "\u200D",
          "\uFEFF",
          "\u00AD",
          "\u2060",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u2028",
          "\u2029",
          "\uD800",
          "\uDC00",
          "\uDBFF\uDFFF",
          "\uFFFE",
          "\uFFFF",
          "\uFDD0",
          "\uDB40\uDC01",
          "\u0301",
          "\u0316\u0301\u0316\u0301",
          "\uFDFA",
          "\u1100\u1161\u11A8",
          "\u0130",
          "\u00DF",
          "\uD835\uDC00",
          "\uD83D\uDC69\u200D\uD83D\uDC67",
          "\r",
          "\r\n",
          "\n",
          "\n\n",
          "\t",
          " ",
          "\u00A0",
          "\u3000",
          "|",
          "||",
          "/",
          " - ",
          "\u2014",
          "\u2018",
          "\u2019s",
          "\u201C",
          "\"",
          "By ",
          "by Ann Ode",
          "Von ",
          "2022-08-05T17:53:29+00:00",
          "2022-13-45T99:99:99+99:99",
          "0000-00-00T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "August 5, 2022",
          "30. Februar 2024",
          "February 30th, 2024",
          "31/31/31",
          "Categories: ",
          "Tags: ",
          "0 Comments|",
          "Share this:",
          "Facebook Twitter",
          "Go to Top",
          "Updated: ",
          "99999999999999999999",
          "-1",
          "1e999",
          "NaN",
          "%s%n%d",
          "${jndi:x}",
          "<",
          ">",
          "&",
          "&#0;",
          "&#xD800;",
          "&#1114112;",
          "&amp",
          "]]>",
          "<!--",
          "-->",
          "</",
          "<![CDATA[",
          "{",
          "}",
          "[",
          "]",
          "\\",
          "\\uD800",
          "\\u0000",
          "'",
          "`",
          "(((((((((",
          ")))))",
          "........",
          "http://",
          "//x",
          "javascript:x",
          "urn:",
          "../",
          "\u05D0\u05D1",
          "\u0639\u0631",
          "\u65E5\u672C\u8A9E",
          "\u0E20\u0E32\u0E29\u0E32",
          "\u0939\u093F");

  private FuzzText() {}

  static String mutated(String text, Random random) {
    String result = text;
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      result = once(result, random);
    }
    return result;
  }

  private static String once(String text, Random random) {
    int a = random.nextInt(text.length() + 1);
    int b = Math.min(text.length(), a + random.nextInt(1 + random.nextInt(60)));
    String cut = text.substring(a, b);
    return switch (random.nextInt(12)) {
      case 0 -> text.substring(0, a) + text.substring(b);
      case 1 -> text.substring(0, b) + cut + text.substring(b);
      case 2 -> text.substring(0, a);
      case 3 -> text.substring(b) + text.substring(0, a);
      case 4 -> text.substring(0, a) + (char) random.nextInt(0x10000) + text.substring(b);
      case 5 ->
          text.substring(0, a)
              + repeated(token(random), 1 + random.nextInt(400))
              + text.substring(b);
      case 6 -> lines(text, random);
      case 7 -> text.substring(0, a) + cut.toUpperCase(java.util.Locale.ROOT) + text.substring(b);
      case 8 -> everywhere(text, token(random), random);
      default ->
          text.substring(0, a) + token(random) + text.substring(random.nextBoolean() ? a : b);
    };
  }

  /** Bounded: mutations come one upon another. */
  static String repeated(String text, int times) {
    return text.repeat(Math.min(times, 1 + 50_000 / Math.max(1, text.length())));
  }

  static String token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  /** Lines in another order, twice, or joined. */
  private static String lines(String text, Random random) {
    List<String> lines = new java.util.ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int from = random.nextInt(lines.size());
    int to = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> java.util.Collections.swap(lines, from, to);
      case 1 -> lines.add(to, lines.get(from));
      default -> lines.remove(from);
    }
    return String.join(random.nextInt(8) == 0 ? token(random) : "\n", lines);
  }

  private static String everywhere(String text, String token, Random random) {
    int step = 1 + random.nextInt(20);
    var out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() < 100_000; i += step) {
      out.append(text, i, Math.min(text.length(), i + step)).append(token);
    }
    return out.toString();
  }
}
