package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page as one walk over its nodes found it: its boxes in document order, and its text, split at
 * boxes and at double line breaks. All passes of extraction read this, and none the nodes again.
 */
final class PageTree implements NodeFilter {

  private static final Set<String> BOXES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Elements whose text nobody reads as part of an article. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "audio",
          "button",
          "canvas",
          "datalist",
          "embed",
          "head",
          "iframe",
          "input",
          "map",
          "math",
          "noscript",
          "object",
          "option",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "video");

  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();

  /** What was left out within lines; passes add to it. */
  final PageRemovals removals = new PageRemovals();

  private final boolean dropHidden;
  private final BoxNames names = new BoxNames();
  private @Nullable Box open;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Box owner;
  private int linked;
  private int links;
  private int breaks;
  private int images;
  private int paragraphs;
  private int tables;

  private PageTree(boolean dropHidden) {
    this.dropHidden = dropHidden;
  }

  /**
   * @param dropHidden whether hidden words and captions within a line are left out; boxes of them
   *     are there anyway
   */
  static PageTree of(Element root, boolean dropHidden) {
    var tree = new PageTree(dropHidden);
    root.filter(tree);
    tree.closeBlock();
    return tree;
  }

  Box root() {
    return boxes.getFirst();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element, depth == 0) : FilterResult.SKIP_ENTIRELY;
  }

  private FilterResult open(Element element, boolean root) {
    String tag = element.normalName();
    switch (tag) {
      case "br" -> lineBreak();
      case "a" -> links++;
      case "img", "picture" -> images++;
      case "p" -> paragraphs++;
      case "table", "pre", "blockquote" -> tables++;
      default -> {
        if (NO_TEXT.contains(tag)) {
          return FilterResult.SKIP_ENTIRELY;
        }
      }
    }
    if (root || BOXES.contains(tag)) {
      openBox(element);
    } else if (dropHidden && (names.isHidden(element) || names.isCaption(element))) {
      removals.add(element.text(), names.isHidden(element) ? "hidden" : "caption", 0.9);
      links -= tag.equals("a") ? 1 : 0;
      return FilterResult.SKIP_ENTIRELY;
    }
    return FilterResult.CONTINUE;
  }

  private void openBox(Element element) {
    closeBlock();
    var box = new Box(element, open, names.of(element), boxes.size(), blocks.size());
    box.images = -images;
    box.paragraphs = -paragraphs;
    box.tables = -tables;
    boxes.add(box);
    open = box;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      links -= element.normalName().equals("a") ? 1 : 0;
      Box box = open;
      if (box != null && box.element == element) {
        closeBox(box);
      }
    }
    return FilterResult.CONTINUE;
  }

  private void closeBox(Box box) {
    closeBlock();
    box.end = boxes.size();
    box.endBlock = blocks.size();
    box.images += images;
    box.paragraphs += paragraphs;
    box.tables += tables;
    open = box.parent;
  }

  private void append(String words) {
    int before = text.length();
    boolean blank = true;
    boolean space = before == 0 || text.charAt(before - 1) == ' ';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!white) {
        text.append(c);
        blank = blank && Character.isWhitespace(c);
      } else if (!space) {
        text.append(' ');
      }
      space = white;
    }
    if (blank) {
      return;
    }
    breaks = 0;
    owner = owner == null ? open : owner;
    linked += links > 0 ? text.length() - before : 0;
  }

  private void lineBreak() {
    if (++breaks > 1) {
      closeBlock();
    } else if (!text.isEmpty()) {
      text.append(' ');
    }
  }

  private void closeBlock() {
    Box at = owner;
    if (at != null) {
      String line = CharacterCleanup.cleanLine(text.toString()).strip();
      if (!line.isEmpty()) {
        blocks.add(Block.of(at, line, linked));
      }
    }
    text.setLength(0);
    owner = null;
    linked = 0;
    breaks = 0;
  }
}
