package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A page's meta tags (by name, property or itemprop, in lower case) and its microdata. */
final class MetaTags {

  private static final int MAX_VALUES = 20;

  private final Map<String, List<String>> tags = new HashMap<>();
  private final List<Element> properties;

  MetaTags(PageEvidence page) {
    properties = page.properties;
    for (Element meta : page.metas) {
      for (String attribute : List.of("property", "name", "http-equiv")) {
        String key = meta.attr(attribute).toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && meta.hasAttr("content")) {
          tags.computeIfAbsent(key, k -> new ArrayList<>()).add(meta.attr("content"));
        }
      }
    }
  }

  /** The values of the first of these names that is there. */
  List<String> first(String... names) {
    for (String name : names) {
      List<String> values = tags.get(name);
      if (values != null && values.stream().anyMatch(v -> !v.isBlank())) {
        return values;
      }
    }
    return List.of();
  }

  /** Values of microdata: what machines are to read before what people read. */
  List<String> microdata(String property) {
    var values = new ArrayList<String>();
    for (Element element : properties) {
      if (values.size() == MAX_VALUES) {
        break;
      }
      if (!List.of(element.attr("itemprop").split(" ")).contains(property)) {
        continue;
      }
      Element name = element.selectFirst("[itemprop=name]");
      Element from = name == null ? element : name;
      String value = from.attr("content");
      value = value.isBlank() ? from.attr("datetime") : value;
      value = value.isBlank() && !from.hasAttr("itemscope") ? from.text() : value;
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return values;
  }
}
