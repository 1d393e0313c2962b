package org.articlepipeline.ingest.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.schemas.Image;
import org.jspecify.annotations.Nullable;

/** The pictures of a ninjs item: its own renditions, then those of the items it is shown with. */
final class NinjsImages {

  private NinjsImages() {}

  static List<Image> of(JsonField item) {
    var images = new LinkedHashMap<String, Image>();
    add(images, item, null, null);
    for (JsonField associated : item.at("associations").itemsOrValues()) {
      String type = associated.at("type").text();
      if (type == null || type.equals("picture") || type.equals("graphic")) {
        add(images, associated, caption(associated), credit(associated));
      }
    }
    return List.copyOf(images.values());
  }

  private static void add(
      Map<String, Image> images,
      JsonField item,
      @Nullable String caption,
      @Nullable String credit) {
    String url = largest(item.at("renditions"));
    if (url != null) {
      images.putIfAbsent(url, new Image(url, caption, credit));
    }
  }

  private static @Nullable String largest(JsonField renditions) {
    String largest = null;
    int width = -1;
    for (JsonField rendition : renditions.itemsOrValues()) {
      String url = rendition.at("href").text();
      String type = rendition.at("contentType").text();
      String mimeType = type == null ? rendition.at("mimetype").text() : type;
      int wide = rendition.at("width").size();
      if (url != null
          && JsonField.isWebAddress(url)
          && (mimeType == null || mimeType.startsWith("image/"))
          && wide > width) {
        largest = url;
        width = wide;
      }
    }
    return largest;
  }

  private static @Nullable String caption(JsonField picture) {
    for (JsonField description : picture.at("descriptions").items()) {
      String type = description.at("contentType").text();
      String value = description.at("value").text();
      String text =
          type != null && type.contains("html")
              ? FieldText.ofHtml(value)
              : FieldText.ofPlain(value);
      if (text != null) {
        return text;
      }
    }
    String text = FieldText.ofPlain(picture.at("description_text").text());
    return text == null ? NinjsHeadlines.main(picture) : text;
  }

  private static @Nullable String credit(JsonField picture) {
    String by = FieldText.ofPlain(picture.at("by").text());
    String byline = by == null ? FieldText.ofPlain(picture.at("byline").text()) : by;
    return byline == null ? FieldText.ofPlain(picture.at("copyrightHolder").text()) : byline;
  }
}
