package org.articlepipeline.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * XML without what makes it dangerous: no DOCTYPE, so no entities, files or addresses of its own,
 * and bounded in size and depth. Links are absolute afterwards.
 */
final class FeedXml {

  /** XHTML in Atom nests like any page. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_SHOWN = 300;

  private FeedXml() {}

  static Document parse(byte[] xml, @Nullable String charset, @Nullable String url)
      throws FeedException {
    if (xml.length > FeedReader.MAX_BYTES) {
      throw new FeedException(
          "The feed has %,d bytes; at most %,d (10 MiB) are taken. Send fewer entries."
              .formatted(xml.length, FeedReader.MAX_BYTES));
    }
    var input = new InputSource(new ByteArrayInputStream(xml));
    input.setEncoding(charset);
    try {
      Document document = new SAXBuilder(new SafeReaders()).build(input);
      resolveLinks(document.getRootElement(), url);
      return document;
    } catch (JDOMParseException e) {
      throw malformed(e);
    } catch (JDOMException | IllegalArgumentException e) {
      // The latter for names that XML allows and JDOM does not, such as namespaces of figures.
      throw new FeedException("The feed can't be read: " + shown(e.getMessage()));
    } catch (IOException e) {
      throw badBytes(shown(e.getMessage()));
    }
  }

  private static FeedException malformed(JDOMParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String why = shown(cause.getMessage());
    if (why.startsWith("Invalid byte")) {
      return badBytes(why);
    }
    String where = "line %d, column %d".formatted(e.getLineNumber(), e.getColumnNumber());
    return new FeedException(
        why.contains("DOCTYPE")
            ? "The feed has a DOCTYPE (%s), which is not read: it could name files, or grow without end. Send the feed without it."
                .formatted(where)
            : "The feed is not well-formed XML at %s: %s".formatted(where, why));
  }

  private static FeedException badBytes(String why) {
    return new FeedException(
        "The feed's bytes don't fit its charset (%s). Declare the right one in <?xml … encoding=\"…\"?>."
            .formatted(why));
  }

  static String shown(@Nullable String message) {
    String text = CharacterCleanup.cleanLine(String.valueOf(message));
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
  }

  /** Against xml:base, else where the feed was read, else the page that the feed names. */
  private static void resolveLinks(Element root, @Nullable String url) {
    String base = url == null ? ownLink(root) : url;
    var elements = new ArrayList<Element>();
    root.getDescendants(Filters.element()).forEach(elements::add);
    for (Element element : elements) {
      switch (element.getName()) {
        case "link" -> {
          Attribute href = element.getAttribute("href");
          if (href != null) {
            href.setValue(resolved(element, base, href.getValue()));
          } else if (!element.getTextTrim().isEmpty() && element.getChildren().isEmpty()) {
            element.setText(resolved(element, base, element.getTextTrim()));
          }
        }
        case "enclosure", "content", "thumbnail" -> {
          Attribute address = element.getAttribute("url");
          if (address != null) {
            address.setValue(resolved(element, base, address.getValue()));
          }
        }
        default -> {
          // Holds no link that is read.
        }
      }
    }
  }

  private static String resolved(Element element, @Nullable String base, String link) {
    try {
      URI given = new URI(link.strip());
      if (given.isAbsolute()) {
        return given.toString();
      }
      URI inherited = element.getXMLBaseURI();
      URI from = base == null ? null : new URI(base);
      URI start = inherited == null ? from : from == null ? inherited : from.resolve(inherited);
      return start == null ? link.strip() : start.resolve(given).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return link.strip(); // Judged where it is used.
    }
  }

  private static @Nullable String ownLink(Element root) {
    Element channel = root.getChild("channel", root.getNamespace());
    Element from = channel == null ? firstChild(root, "channel", root) : channel;
    for (Element link : from.getChildren()) {
      if (link.getName().equals("link")) {
        String address = link.getAttributeValue("href", link.getTextTrim());
        if (address.startsWith("http://") || address.startsWith("https://")) {
          return address;
        }
      }
    }
    return null;
  }

  /** RSS 1.0 has its channel in another namespace than its root. */
  private static Element firstChild(Element parent, String name, Element otherwise) {
    for (Element child : parent.getChildren()) {
      if (child.getName().equals(name)) {
        return child;
      }
    }
    return otherwise;
  }

  private static final class SafeReaders implements XMLReaderJDOMFactory {
    @Override
    public XMLReader createXMLReader() throws JDOMException {
      try {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
        return reader;
      } catch (ParserConfigurationException | SAXException e) {
        throw new JDOMException("no safe XML parser: " + e.getMessage(), e);
      }
    }

    @Override
    public boolean isValidating() {
      return false;
    }
  }
}
