package org.articlepipeline.ingest.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.schemas.Image;
import org.jspecify.annotations.Nullable;

/** The pictures that a page names as its article's: JSON-LD's, else OpenGraph's. */
final class PageImages {

  private static final int MAX = 10;

  private PageImages() {}

  static List<Image> of(JsonLd jsonLd, MetaTags meta, PageUrls urls) {
    Map<String, Image> images = new LinkedHashMap<>();
    for (JsonNode item : jsonLd.items("image")) {
      String url = item.isTextual() ? item.textValue() : text(item, "url");
      url = url == null ? text(item, "contentUrl") : url;
      add(images, urls.absolute(url), text(item, "caption"), text(item, "creditText"));
    }
    if (images.isEmpty()) {
      List<String> alts = meta.first("og:image:alt", "twitter:image:alt");
      for (String url :
          meta.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image")) {
        String alt = images.isEmpty() && !alts.isEmpty() ? alts.getFirst() : null;
        add(images, urls.absolute(url), alt, null);
      }
    }
    return new ArrayList<>(images.values());
  }

  private static void add(
      Map<String, Image> images,
      @Nullable String url,
      @Nullable String caption,
      @Nullable String credit) {
    if (url != null && images.size() < MAX) {
      images.putIfAbsent(
          url, Image.newBuilder().setUrl(url).setCaption(caption).setCredit(credit).build());
    }
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    String text = value.isTextual() ? CharacterCleanup.cleanLine(value.textValue()).strip() : "";
    return text.isEmpty() || text.length() > 2000 ? null : text;
  }
}
