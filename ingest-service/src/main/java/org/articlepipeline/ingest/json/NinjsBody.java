package org.articlepipeline.ingest.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.html.HtmlPage;
import org.articlepipeline.ingest.html.HtmlText;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The text of a ninjs item, which may hold it several times. Of these, HTML tells paragraphs most
 * surely; plain text comes next.
 *
 * @param type its content type, or what its name or role tells
 */
record NinjsBody(JsonField field, String type, String value) {

  private static final String PREFIX = "body_";

  /**
   * @return lines as in {@link Draft#lines}, and what was taken out
   */
  static HtmlPage read(JsonField item) {
    List<NinjsBody> bodies = new ArrayList<>(bodies(item));
    if (bodies.isEmpty()) {
      throw item.at("bodies")
          .bad(
              Reason.EMPTY_BODY,
              "has no value. Send the text there, or in body_html, body_xhtml or body_text.");
    }
    bodies.sort(Comparator.comparingInt(NinjsBody::rank));
    boolean readable = false;
    for (NinjsBody body : bodies) {
      HtmlPage text = body.read();
      if (text != null && text.paragraphs().stream().anyMatch(line -> !line.isBlank())) {
        return text;
      }
      readable |= text != null;
    }
    NinjsBody first = bodies.getFirst();
    throw readable
        ? first.field.bad(Reason.EMPTY_BODY, "holds no text. Send the article's text there.")
        : first.field.bad(
            Reason.UNSUPPORTED_FORMAT,
            "is '%s'; send the text as text/html or text/plain.".formatted(first.type));
  }

  private static List<NinjsBody> bodies(JsonField item) {
    var bodies = new ArrayList<NinjsBody>();
    for (JsonField body : item.at("bodies").items()) {
      String type = body.at("contentType").text();
      String role = body.at("role").text();
      add(bodies, body.at("value"), type == null ? role : type);
    }
    for (String name : item.names()) {
      if (name.startsWith(PREFIX)) {
        add(bodies, item.at(name), name.substring(PREFIX.length()));
      }
    }
    return bodies;
  }

  private static void add(List<NinjsBody> bodies, JsonField field, @Nullable String type) {
    String value = field.text();
    if (value != null && !value.isBlank()) {
      bodies.add(
          new NinjsBody(
              field, type == null ? "" : JsonPath.shown(type).toLowerCase(Locale.ROOT), value));
    }
  }

  private int rank() {
    return isHtml() ? 0 : isOther() ? 2 : 1;
  }

  private @Nullable HtmlPage read() {
    if (isOther()) {
      return null;
    }
    if (isHtml()) {
      HtmlPage stored = HtmlPage.ofStored(value);
      return new HtmlPage(HtmlText.lines(stored.paragraphs()), stored.removals());
    }
    return new HtmlPage(CharacterCleanup.clean(value).lines().toList(), List.of());
  }

  private boolean isHtml() {
    return type.contains("html")
        || (!type.equals("text/plain") && !isOther() && value.contains("</p>"));
  }

  /** NITF and other XML: their heads would be taken for text. */
  private boolean isOther() {
    return !type.contains("html")
        && (type.contains("xml") || type.contains("nitf") || type.contains("json"));
  }
}
