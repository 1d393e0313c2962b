package org.articlepipeline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article, as it is printed: "By Jane Doe, Political Editor, and John Roe".
 *
 * @param printed without its "By" and without addresses
 * @param authors names of persons alone; a wrong author is worse than none
 * @param understood whether every part of it is a name, a role or an outlet
 */
public record Byline(String printed, List<String> authors, boolean understood) {

  private static final int MAX_LENGTH = 160;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\(?(?:\\S{1,80}@\\S{1,80}\\.\\S{1,20}|@\\w{1,40}|https?://\\S{1,200}|www\\.\\S{1,200})\\)?");
  private static final Pattern BETWEEN = Pattern.compile("[,;|&/\u00B7\u2022()]");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s,;:|&\u2013\u2014-]++|[\\s,;:|&\u2013\u2014-]++$");

  public Byline {
    authors = List.copyOf(authors);
  }

  /** Of a text with or without its "By". */
  public static Byline parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Byline(text.strip(), List.of(), false);
    }
    String printed = edges(withoutPictures(withoutBy(ADDRESS.matcher(text).replaceAll(" "))));
    var authors = new ArrayList<String>();
    boolean understood = !printed.isEmpty();
    List<String> parts = parts(printed);
    for (String part : parts) {
      BylinePart read = BylinePart.of(part, parts.size() > 1);
      understood &= read.understood();
      String name = read.name();
      if (name != null && !authors.contains(name)) {
        authors.add(name);
      }
    }
    return new Byline(printed, authors, understood);
  }

  /**
   * Whether a text, without its "By", is a list of names. A login name such as "admin" is one, too,
   * but gives no author.
   */
  public static boolean isByline(String text) {
    return parse(text).understood();
  }

  /** The names in a byline. */
  public static List<String> authors(String byline) {
    return parse(byline).authors();
  }

  public static boolean startsWithBy(String line) {
    return line.length() <= MAX_LENGTH && afterBy(line) != null;
  }

  public static String withoutBy(String line) {
    String rest = line.length() <= MAX_LENGTH ? afterBy(line) : null;
    return rest == null ? line.strip() : rest;
  }

  /** What systems print where no author was set. */
  public static boolean isLogin(String text) {
    return Vocabulary.LOGIN.contains(Vocabulary.lower(text.strip()));
  }

  private static @Nullable String afterBy(String line) {
    LineWords words = LineWords.of(line);
    Phrases.Match<MetadataLabels.Label> label = MetadataLabels.at(words, 0);
    return label == null || !label.value().is(MetadataLabels.Kind.AUTHOR)
        ? null
        : edges(line.substring(words.ends().get(label.words() - 1)));
  }

  /** "Jane Doe Photos: John Roe" names one author. */
  private static String withoutPictures(String text) {
    LineWords words = LineWords.of(text);
    for (int i = 0; i < words.size(); i++) {
      Phrases.Match<MetadataLabels.Label> label = MetadataLabels.at(words, i);
      if (label != null && label.value().is(MetadataLabels.Kind.PICTURES)) {
        return text.substring(0, words.starts().get(i));
      }
    }
    return text;
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (String between : BETWEEN.split(text.replace("&", " & "))) {
      var part = new StringBuilder();
      for (String word : between.strip().split(" +")) {
        // A single capital letter is an initial: "Y" is no "and" there.
        if (Vocabulary.AND.contains(word) || word.equals("and") || word.equals("AND")) {
          addTo(parts, part);
        } else {
          part.append(part.isEmpty() ? "" : " ").append(word);
        }
      }
      addTo(parts, part);
    }
    return parts;
  }

  private static void addTo(List<String> parts, StringBuilder part) {
    if (!part.isEmpty()) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }

  private static String edges(String text) {
    return EDGES.matcher(text).replaceAll("");
  }
}
