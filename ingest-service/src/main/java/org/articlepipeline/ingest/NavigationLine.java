package org.articlepipeline.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** "Go to Top" and its relatives: links that move a reader about the page. */
final class NavigationLine {

  /** Arrows, dashes and full stops around the words. */
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]++|[^\\p{L}\\p{N}]++$");

  private static final Set<String> LINES =
      Set.of(
          "go to top",
          "go to the top",
          "back to top",
          "back to the top",
          "return to top",
          "scroll to top",
          "scroll back to top",
          "to top",
          "to the top",
          "jump to top",
          "top of page",
          "back to top of page",
          "skip to content",
          "skip to main content",
          "skip navigation",
          "skip to navigation",
          "jump to content",
          "toggle navigation",
          "toggle sliding bar area",
          "page load link",
          "previous next",
          "previous article",
          "next article",
          "previous post",
          "next post",
          "view larger image",
          "leave a comment",
          "leave a reply",
          "add a comment");

  private NavigationLine() {}

  static boolean matches(String line) {
    return LINES.contains(AROUND.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(""));
  }
}
