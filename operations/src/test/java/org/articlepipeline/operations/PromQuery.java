package org.articlepipeline.operations;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query of a rule or a panel. */
record PromQuery(String where, String text) {
  private static final Pattern NOT_NAMES =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring|group_left)\\s*\\([^)]*\\)");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "unless", "bool", "offset", "on", "by");

  /** Metrics that it asks for. */
  Set<String> metrics() {
    var names = new TreeSet<String>();
    // Durations first: 5m is no name, nor is the one behind offset.
    String rest =
        NOT_NAMES
            .matcher(text.replaceAll("\\$__rate_interval", "1m"))
            .replaceAll(" ")
            .replaceAll("\\b\\d[\\w.]*", " ");
    Matcher name = NAME.matcher(rest);
    while (name.find()) {
      String found = name.group();
      boolean function = rest.substring(name.end()).stripLeading().startsWith("(");
      if (!function && !KEYWORDS.contains(found)) {
        names.add(found);
      }
    }
    return names;
  }

  /** What Prometheus would be sent: Grafana puts in values. */
  String sent() {
    return text.replace("$__rate_interval", "1m").replace("$service", "ingest-service");
  }
}
