package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.BylinePart;
import org.articlepipeline.ingest.text.DateReader;
import org.articlepipeline.ingest.text.DayChoice;
import org.articlepipeline.ingest.text.LineDates;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.MetadataLabels;
import org.articlepipeline.ingest.text.MetadataLabels.Kind;
import org.articlepipeline.ingest.text.MetadataLabels.Label;
import org.articlepipeline.ingest.text.Names;
import org.articlepipeline.ingest.text.PrintedDate;
import org.articlepipeline.ingest.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line that page themes print above or below a text: dates, authors, categories, tags and
 * counters, such as {@code By Jane Doe|2022-08-05T17:53:29+00:00August 5th, 2022|Categories: News,
 * Politics|0 Comments|}, with or without bars between them. A line counts only when all of it is
 * understood; one that might be a sentence is left alone.
 */
final class MetadataLine {

  /** How much a line needs its neighbours to be believed. */
  enum Evidence {
    /** Metadata wherever it stands near an end of the text. */
    SURE,
    /** A date and nothing else, which may also head a paragraph. */
    BARE_DATE,
    /** A date beside a word or two, as in a title. */
    LOOSE,
    /** A counter alone, such as "3 min read". */
    COUNTER
  }

  /**
   * What a line told.
   *
   * @param confidence 0 to 1: how sure it is that the line is metadata
   * @param unclear whether it has a date that may be one of two
   */
  record Harvest(PageMetadata metadata, double confidence, Evidence evidence, boolean unclear) {}

  private static final int MAX_LENGTH = 300;

  /** With cells, for one may repeat the headline: "Comments Off on ...". */
  private static final int MAX_LENGTH_OF_CELLS = 600;

  private static final int MAX_WITHOUT_FIGURES = 120;
  private static final int MAX_BARE = 60;
  private static final int MAX_BARE_WORDS = 6;
  private static final int MAX_LOOSE_WORDS = 3;
  private static final String BARS =
      "|\u2022\u00B7\u00A6\u25CF\u25AA\u25A0\u2192\u203A\u00BB\u2027\u2219";
  private static final String AROUND = " ,;:()[]~*-\u2013\u2014/|";

  private final String line;
  private final LineDates dates;
  private @Nullable String byline;
  private final List<String> sections = new ArrayList<>();
  private final List<String> keywords = new ArrayList<>();
  private final List<Bare> bare = new ArrayList<>();
  private int labels;
  private int plainLabels;
  private int counters;
  private int joints;
  private boolean relative;
  private boolean loose;

  /** A piece without a label. */
  private record Bare(String text, boolean beforeDates, boolean isLoose) {}

  /** Whether it may have dates. */
  private final boolean figures;

  private MetadataLine(String line, DayChoice days) {
    this.line = line;
    this.dates = new LineDates(days);
    this.figures = line.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Null when the line is not, or not surely, metadata. Dates count more as evidence than words.
   */
  static @Nullable Harvest parse(String line, DayChoice days) {
    String notice = line.isEmpty() ? null : EntryNotice.cells(line);
    return read(notice == null ? line : notice, days);
  }

  private static @Nullable Harvest read(String line, DayChoice days) {
    boolean cells = line.indexOf('|') >= 0;
    if (line.isBlank() || line.length() > (cells ? MAX_LENGTH_OF_CELLS : MAX_LENGTH)) {
      return null;
    }
    if (!mayBe(line)) {
      return null;
    }
    var parsed = new MetadataLine(line, days);
    return parsed.read() ? parsed.judge() : null;
  }

  /** Without figures, bars and labels no line is metadata: most are not, and quickly told. */
  private static boolean mayBe(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c >= '0' && c <= '9') || c == ':' || BARS.indexOf(c) >= 0) {
        return true;
      }
    }
    return line.length() <= MAX_WITHOUT_FIGURES;
  }

  private boolean read() {
    int from = 0;
    int i = 0;
    while (i < line.length()) {
      int bar = bar(i);
      if (bar > 0) {
        if (!takePiece(from, i, false)) {
          return false;
        }
        joints++;
        i += bar;
        from = i;
        continue;
      }
      PrintedDate date = figures && startsWord(i) ? DateReader.read(line, i) : null;
      if (date == null || !isOne(date, from)) {
        i++;
        continue;
      }
      if (!takePiece(from, i, true)) {
        return false;
      }
      dates.add(date);
      i = date.end();
      from = i;
    }
    return takePiece(from, line.length(), false);
  }

  /** Without its year it must be a cell of its own. */
  private boolean isOne(PrintedDate date, int from) {
    if (date.day() != null) {
      return true;
    }
    int end = date.end();
    boolean ends =
        end == line.length() || bar(end) > 0 || (line.charAt(end) == ' ' && bar(end + 1) > 0);
    return ends && line.substring(from, date.start()).isBlank();
  }

  private boolean startsWord(int i) {
    if (i == 0) {
      return true;
    }
    char before = line.charAt(i - 1);
    char c = line.charAt(i);
    boolean digit = c >= '0' && c <= '9';
    if (digit ? before < '0' || before > '9' : !Character.isLetter(before)) {
      return true;
    }
    boolean lowerNext = i + 1 < line.length() && Character.isLowerCase(line.charAt(i + 1));
    return Character.isUpperCase(c) && (Character.isLowerCase(before) || lowerNext);
  }

  /** The length of what parts two cells here; 0 when nothing does. */
  private int bar(int i) {
    if (i >= line.length()) {
      return 0;
    }
    char c = line.charAt(i);
    if (BARS.indexOf(c) >= 0) {
      return 1;
    }
    boolean spaced = i > 0 && line.charAt(i - 1) == ' ';
    if (spaced && (c == '/' || c == '-' || c == '\u2013' || c == '\u2014')) {
      int end = line.startsWith("//", i) ? i + 2 : i + 1;
      return end == line.length() || line.charAt(end) == ' ' ? end - i : 0;
    }
    return 0;
  }

  private boolean takePiece(int from, int to, boolean beforeDate) {
    String text = strip(line.substring(from, to));
    if (text.isEmpty()) {
      return true;
    }
    int glue = MetadataPiece.glue(text);
    if (glue > 0) {
      joints++;
      int cut = line.indexOf(text, from) + glue;
      return takePiece(from, cut, false) && takePiece(cut, to, beforeDate);
    }
    if (takeCounter(text)) {
      return true;
    }
    var piece = new MetadataPiece(text, beforeDate);
    for (MetadataPiece.Chunk chunk : piece.chunks()) {
      if (!take(chunk, piece, from, to)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeCounter(String text) {
    boolean isCounter = MetadataLabels.isCounter(text);
    counters += isCounter ? 1 : 0;
    relative |= isCounter && MetadataLabels.isRelativeDate(text);
    return isCounter;
  }

  private boolean take(MetadataPiece.Chunk chunk, MetadataPiece piece, int from, int to) {
    Label label = chunk.label();
    String value = strip(chunk.value());
    if (label == null) {
      return (piece.beforeDate() && dates.announceTime(value))
          || takeBare(value, isLoose(from, to, piece.beforeDate()));
    }
    if (value.isEmpty()) {
      boolean ofDate = label.isOfDate() && piece.beforeDate() && chunk.isLast();
      if (ofDate) {
        dates.announce(label);
        labels++;
      }
      return ofDate || !label.isOfDate() || chunk.hasColon();
    }
    if (label.is(Kind.AUTHOR) && takeAuthor(value)) {
      return true;
    }
    if (label.isOfDate() && takeCounter(value)) {
      return true;
    }
    if (label.isOfDate() && piece.beforeDate() && dates.announceTime(value)) {
      dates.announce(label);
      labels++;
      return true;
    }
    boolean ofSections = label.is(Kind.SECTION);
    boolean words = ofSections && isPreposition(chunk) && Character.isLowerCase(value.charAt(0));
    if (!(ofSections || label.is(Kind.KEYWORDS)) || words || !isList(value)) {
      return chunk.isFirst() && takeBare(strip(piece.text()), true);
    }
    Names.addAll(ofSections ? sections : keywords, value);
    labels++;
    plainLabels += chunk.hasColon() || chunk.labelWords() > 1 ? 1 : 0;
    return true;
  }

  /** "in", which goes before anything. */
  private static boolean isPreposition(MetadataPiece.Chunk chunk) {
    return chunk.labelWords() == 1 && !chunk.hasColon();
  }

  private boolean takeAuthor(String value) {
    Byline read = Byline.parse(value);
    if (!read.understood()) {
      return false;
    }
    byline = byline == null && !Byline.isLogin(read.printed()) ? read.printed() : byline;
    labels++;
    return true;
  }

  private boolean takeBare(String text, boolean isLoose) {
    if (text.isEmpty()) {
      return true;
    }
    int words = LineWords.of(text).size();
    boolean title = Character.isUpperCase(text.charAt(0)) || !Character.isLowerCase(text.charAt(0));
    if (!title
        || text.length() > MAX_BARE
        || words > (isLoose ? MAX_LOOSE_WORDS : MAX_BARE_WORDS)
        || endsSentence(text)) {
      return false;
    }
    loose |= isLoose;
    return bare.add(new Bare(text, dates.isEmpty(), isLoose));
  }

  /** Whether only a space parts it from a date, as in a title. */
  private boolean isLoose(int from, int to, boolean beforeDate) {
    boolean before = beforeDate && line.charAt(to - 1) == ' ';
    boolean after = from > 0 && line.charAt(from) == ' ' && bar(from - 1) == 0;
    boolean glued =
        (beforeDate && line.charAt(to - 1) != ' ') || (from > 0 && line.charAt(from) != ' ');
    joints += glued ? 1 : 0;
    return before || after;
  }

  private @Nullable Harvest judge() {
    boolean dated = !dates.isEmpty();
    boolean severalCells = joints > 0;
    boolean evident =
        dated
            || (severalCells
                ? labels + counters > 0
                : plainLabels > 0 || labels > 1 || counters > 0);
    boolean guessed = !bare.isEmpty() && !((dated || relative) && (severalCells || loose));
    boolean onlyDay = dated && !dates.hasYear() && !severalCells;
    if (!evident || guessed || onlyDay) {
      return null;
    }
    assignBare();
    var metadata =
        new PageMetadata(dates.published(), dates.modified(), byline, sections, keywords);
    boolean onlyDate = dated && bare.isEmpty() && labels + counters == 0;
    boolean onlyCounter = !dated && labels == 0 && bare.isEmpty();
    Evidence evidence =
        onlyCounter
            ? Evidence.COUNTER
            : loose && labels == 0
                ? Evidence.LOOSE
                : onlyDate && !dates.isIso() && !severalCells ? Evidence.BARE_DATE : Evidence.SURE;
    double confidence = dates.isIso() ? 0.99 : dated && severalCells ? 0.95 : 0.9;
    return new Harvest(metadata, loose ? 0.8 : confidence, evidence, dates.isUnclear());
  }

  /** The first of several may be the author's name; the others are sections. */
  private void assignBare() {
    for (int i = 0; i < bare.size(); i++) {
      String text = bare.get(i).text();
      boolean more = bare.size() > 1 || labels + counters > 0;
      boolean first = i == 0 && bare.get(i).beforeDates() && more && byline == null;
      if (Byline.isLogin(text) || (first && BylinePart.isFullName(text))) {
        byline = Byline.isLogin(text) ? byline : text;
      } else if (!bare.get(i).isLoose() || Vocabulary.hasSectionWord(text)) {
        Names.addAll(sections, text);
      }
    }
  }

  private static boolean isList(String text) {
    return !endsSentence(text)
        && text.length() / (1 + text.chars().filter(c -> c == ',').count()) <= 30;
  }

  private static boolean endsSentence(String text) {
    return ".!?\u2026\u201D".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && (AROUND.indexOf(text.charAt(from)) >= 0 || text.charAt(from) == '.')) {
      from++;
    }
    while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
