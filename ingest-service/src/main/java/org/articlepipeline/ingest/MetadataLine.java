package org.articlepipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line that page themes print above or below a text: cells of dates, authors, categories,
 * tags and counters, such as {@code By Jane Doe|2022-08-05T17:53:29+00:00August 5th,
 * 2022|Categories: News, Politics|0 Comments|}. A line counts only when every cell of it is
 * understood; one that might be a sentence is left alone.
 */
final class MetadataLine {

  /**
   * What a line told.
   *
   * @param confidence 0 to 1: how sure it is that the line is metadata
   * @param bareDate whether it is a date and nothing else, which may also head a paragraph
   */
  record Harvest(PageMetadata metadata, double confidence, boolean bareDate) {}

  private static final int MAX_LENGTH = 300;
  private static final int MAX_BARE_CELL = 60;

  private static final Pattern SEPARATOR = Pattern.compile(" ?[|•·] ?| / ");
  private static final Pattern DATE_LABEL =
      label("(?:first )?published(?: on| at)?|posted(?: on)?|date|on|created(?: on)?");
  private static final Pattern UPDATE_LABEL = label("(?:last )?(?:updated|modified)(?: on| at)?");
  private static final Pattern AUTHOR_LABEL =
      label("(?:written |posted |published |words )?by|authors?");
  private static final Pattern SECTION_LABEL =
      label("(?:posted |filed )?(?:in|under)|categor(?:y|ies)|sections?|topics?");
  private static final Pattern KEYWORD_LABEL = label("tags?|tagged(?: (?:with|as|in))?|keywords?");
  private static final Pattern AFTER_AUTHOR =
      Pattern.compile(" (?:on|in) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTER =
      Pattern.compile(
          "(?:[\\d,.]+|no|one) ?(?:comments?|views?|shares?|likes?|reads?|min(?:ute)?s?(?: read)?)|(?:views|shares|comments|reading time|read time):? [\\d,.]+(?: min(?:ute)?s?)?|comments off(?: on .*)?|(?:leave|add) a (?:comment|reply)",
          Pattern.CASE_INSENSITIVE);

  private @Nullable Instant published;
  private @Nullable Instant modified;
  private @Nullable String byline;
  private final List<String> sections = new ArrayList<>();
  private final List<String> keywords = new ArrayList<>();
  private final List<String> bare = new ArrayList<>();
  private int labels;
  private int colons;
  private int counters;
  private boolean iso;

  private MetadataLine() {}

  /**
   * Null when the line is not, or not surely, metadata. Dates count more as evidence than words.
   */
  static @Nullable Harvest parse(String line) {
    if (line.isBlank() || line.length() > MAX_LENGTH) {
      return null;
    }
    var parsed = new MetadataLine();
    String[] cells = SEPARATOR.split(line, -1);
    for (String cell : cells) {
      if (!cell.isBlank() && !parsed.take(cell.strip())) {
        return null;
      }
    }
    return parsed.judge(cells.length > 1);
  }

  private @Nullable Harvest judge(boolean severalCells) {
    boolean dated = published != null || modified != null;
    boolean evident = dated || (severalCells ? labels + counters > 0 : colons > 0);
    boolean guessed = !bare.isEmpty() && !(dated && severalCells);
    if (!evident || guessed) {
      return null;
    }
    bare.forEach(cell -> addAll(sections, cell));
    var metadata = new PageMetadata(published, modified, byline, sections, keywords);
    boolean bareDate = dated && !severalCells && !iso && labels == 0;
    return new Harvest(metadata, iso ? 0.99 : dated && severalCells ? 0.95 : 0.9, bareDate);
  }

  private boolean take(String cell) {
    return takeDates(cell)
        || takeLabelled(cell)
        || takeCounter(cell)
        || (cell.length() <= MAX_BARE_CELL && !endsSentence(cell) && bare.add(cell));
  }

  /**
   * One or more dates, joined as a page's hidden and shown dates are, then perhaps "by" and "in".
   */
  private boolean takeDates(String cell) {
    Matcher update = UPDATE_LABEL.matcher(cell);
    boolean isUpdate = update.lookingAt();
    Matcher label = DATE_LABEL.matcher(cell);
    boolean labelled = isUpdate || label.lookingAt();
    int at = isUpdate ? update.end() : labelled ? label.end() : 0;
    PageDate date = PageDate.at(cell, at);
    if (date == null) {
      return false;
    }
    Instant first = date.at();
    boolean machine = false;
    while (date != null) {
      machine |= date.iso();
      at = skipSpace(cell, date.end());
      date = PageDate.at(cell, at);
    }
    if (at < cell.length() && !takeLabelled(cell.substring(at))) {
      return false;
    }
    iso |= machine;
    labels += labelled ? 1 : 0;
    if (isUpdate) {
      modified = modified == null ? first : modified;
    } else {
      published = published == null ? first : published;
    }
    return true;
  }

  private boolean takeLabelled(String cell) {
    String author = after(AUTHOR_LABEL, cell);
    if (author != null) {
      return takeAuthor(author);
    }
    String section = after(SECTION_LABEL, cell);
    String list = section == null ? after(KEYWORD_LABEL, cell) : section;
    if (list == null || !isList(list)) {
      return false;
    }
    addAll(section == null ? keywords : sections, list);
    labels++;
    colons += cell.indexOf(':') >= 0 ? 1 : 0;
    return true;
  }

  /** Names, then perhaps "on" a date or "in" a section. */
  private boolean takeAuthor(String text) {
    Matcher more = AFTER_AUTHOR.matcher(text);
    boolean hasMore = more.find();
    String names = hasMore ? text.substring(0, more.start()) : text;
    if (!Byline.isByline(names)) {
      return false;
    }
    if (hasMore) {
      String rest = text.substring(more.start()).strip();
      if (!takeDates(rest) && !takeLabelled(rest)) {
        return false;
      }
    }
    byline = byline == null && !Byline.isLogin(names) ? names : byline;
    labels++;
    return true;
  }

  private boolean takeCounter(String cell) {
    boolean counter = COUNTER.matcher(cell).matches();
    counters += counter ? 1 : 0;
    return counter;
  }

  private static boolean isList(String text) {
    return !endsSentence(text)
        && text.length() / (1 + text.chars().filter(c -> c == ',').count()) <= 30;
  }

  private static void addAll(List<String> target, String list) {
    for (String item : list.split(",")) {
      String name = item.strip();
      if (!name.isEmpty() && !target.contains(name)) {
        target.add(name);
      }
    }
  }

  private static boolean endsSentence(String text) {
    return ".!?\u2026\u201D".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static int skipSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static @Nullable String after(Pattern label, String cell) {
    Matcher matcher = label.matcher(cell);
    String rest = matcher.lookingAt() ? cell.substring(matcher.end()).strip() : "";
    return rest.isEmpty() ? null : rest;
  }

  private static Pattern label(String words) {
    return Pattern.compile(
        "(?:" + words.toLowerCase(Locale.ROOT) + ")(?::| ) ?", Pattern.CASE_INSENSITIVE);
  }
}
