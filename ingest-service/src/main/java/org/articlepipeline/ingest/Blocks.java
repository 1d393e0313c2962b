package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Splits an element's text at block elements and at double line breaks. One pass over the nodes, no
 * recursion.
 */
final class Blocks implements NodeVisitor {

  static final Set<String> BLOCK_TAGS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
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
          "caption",
          "ul");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Element owner;
  private int linked;
  private int links;
  private int breaks;

  private Blocks() {}

  static List<Block> of(Element root) {
    var blocks = new Blocks();
    root.traverse(blocks);
    blocks.close();
    return blocks.blocks;
  }

  static boolean isBlock(Element element) {
    return BLOCK_TAGS.contains(element.normalName());
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words);
    } else if (node instanceof Element element) {
      String tag = element.normalName();
      if (tag.equals("br")) {
        lineBreak();
      } else if (BLOCK_TAGS.contains(tag)) {
        close();
      } else if (tag.equals("a")) {
        links++;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (isBlock(element)) {
        close();
      } else if (element.normalName().equals("a")) {
        links--;
      }
    }
  }

  private void append(TextNode node) {
    String words = node.getWholeText();
    if (words.isBlank()) {
      text.append(' ');
      return;
    }
    breaks = 0;
    if (owner == null) {
      owner = ownerOf(node);
    }
    text.append(words);
    if (links > 0) {
      linked += words.strip().length();
    }
  }

  private void lineBreak() {
    if (++breaks > 1) {
      close();
    } else {
      text.append(' ');
    }
  }

  private void close() {
    Element at = owner;
    if (at != null) {
      String line = CharacterCleanup.cleanLine(text.toString()).strip();
      if (!line.isEmpty()) {
        blocks.add(new Block(at, line, linked));
      }
    }
    text.setLength(0);
    owner = null;
    linked = 0;
    breaks = 0;
  }

  private static @Nullable Element ownerOf(Node node) {
    Element at = node.parent() instanceof Element parent ? parent : null;
    while (at != null && !isBlock(at)) {
      Element up = at.parent();
      if (up == null) {
        return at;
      }
      at = up;
    }
    return at;
  }
}
