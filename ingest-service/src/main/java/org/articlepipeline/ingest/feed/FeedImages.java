package org.articlepipeline.ingest.feed;

import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.ingest.html.PageUrls;
import org.articlepipeline.schemas.Image;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Pictures of an entry: enclosures, and Media RSS's contents, or else its thumbnails. */
final class FeedImages {

  private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");
  private static final int MAX = 50;

  private final Map<String, Image> images = new LinkedHashMap<>();

  private FeedImages() {}

  static List<Image> of(SyndEntry entry) {
    var found = new FeedImages();
    for (SyndEnclosure enclosure : entry.getEnclosures()) {
      if (isImage(enclosure.getType())) {
        found.add(enclosure.getUrl(), null, null);
      }
    }
    List<Element> media = media(entry);
    media.stream().filter(FeedImages::isImage).forEach(found::add);
    if (found.images.isEmpty()) {
      media.stream().filter(e -> e.getName().equals("thumbnail")).forEach(found::add);
    }
    return new ArrayList<>(found.images.values());
  }

  /** Those of a group are at the top, as the others are. */
  private static List<Element> media(SyndEntry entry) {
    var media = new ArrayList<Element>();
    for (Element element : entry.getForeignMarkup()) {
      if (MEDIA.equals(element.getNamespace())) {
        media.add(element);
        media.addAll(element.getChildren("content", MEDIA));
        media.addAll(element.getChildren("thumbnail", MEDIA));
      }
    }
    return media;
  }

  private static boolean isImage(Element element) {
    return element.getName().equals("content")
        && ("image".equals(element.getAttributeValue("medium"))
            || isImage(element.getAttributeValue("type")));
  }

  private static boolean isImage(@Nullable String type) {
    return type != null && type.startsWith("image/");
  }

  private void add(Element element) {
    String caption = text(element, "description");
    add(
        element.getAttributeValue("url"),
        caption == null ? text(element, "title") : caption,
        text(element, "credit"));
  }

  private void add(@Nullable String url, @Nullable String caption, @Nullable String credit) {
    String address = new PageUrls(null).absolute(url);
    if (address != null && images.size() < MAX) {
      images.putIfAbsent(address, new Image(address, caption, credit));
    }
  }

  /** Its own, or its entry's or group's. */
  private static @Nullable String text(Element element, String name) {
    String own = element.getChildText(name, MEDIA);
    Element group = element.getParentElement();
    String text = own != null || group == null ? own : group.getChildText(name, MEDIA);
    return FieldText.ofHtml(text);
  }
}
