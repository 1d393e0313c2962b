package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a submission by their names, all but those about the body: what the fields of a
 * JSON object and the parameters of a query set.
 */
final class SubmissionFields {
  static final String BODY = "body";
  static final String FORMAT = "format";

  /** The parameter {@code extra.NAME} sets the CMS's own field NAME. */
  private static final String EXTRA_PREFIX = "extra.";

  /** A short name for {@code pubStatus} in a query, as {@code ./articles submit} has it. */
  private static final String STATUS = "status";

  private static final Set<String> LISTS = Set.of("sections", "keywords");

  private static final List<PubStatus> STATUSES =
      List.of(PubStatus.USABLE, PubStatus.WITHHELD, PubStatus.CANCELED, PubStatus.ERASED);

  private static final List<Format> FORMATS =
      List.of(Format.TEXT, Format.HTML, Format.NINJS, Format.WORDPRESS);

  private static final Map<String, BiConsumer<ArticleSubmission.Builder, FieldValue>> SETTERS =
      setters();

  private SubmissionFields() {}

  private static Map<String, BiConsumer<ArticleSubmission.Builder, FieldValue>> setters() {
    Map<String, BiConsumer<ArticleSubmission.Builder, FieldValue>> setters = new LinkedHashMap<>();
    setters.put("uri", (s, v) -> s.setUri(v.text()));
    setters.put("revision", (s, v) -> s.setRevision(v.wholeNumber()));
    setters.put("source", (s, v) -> s.setSource(v.text()));
    setters.put("pubStatus", (s, v) -> s.setPubStatus(v.oneOf(Reason.INVALID_STATUS, STATUSES)));
    setters.put(FORMAT, (s, v) -> s.setFormat(v.oneOf(Reason.UNSUPPORTED_FORMAT, FORMATS)));
    setters.put("url", (s, v) -> s.setUrl(v.text()));
    setters.put("embargoedUntil", (s, v) -> s.setEmbargoedUntil(v.instant()));
    setters.put("expires", (s, v) -> s.setExpires(v.instant()));
    setters.put("submittedAt", (s, v) -> s.setSubmittedAt(v.instant()));
    setters.put("type", (s, v) -> s.setType(v.text()));
    setters.put("headline", (s, v) -> s.setHeadline(v.text()));
    setters.put("subheadline", (s, v) -> s.setSubheadline(v.text()));
    setters.put("byline", (s, v) -> s.setByline(v.text()));
    setters.put("sections", (s, v) -> s.setSections(v.texts()));
    setters.put("keywords", (s, v) -> s.setKeywords(v.texts()));
    setters.put("language", (s, v) -> s.setLanguage(v.text()));
    setters.put("images", (s, v) -> s.setImages(v.list(SubmissionFields::image)));
    setters.put("canonicalUrl", (s, v) -> s.setCanonicalUrl(v.text()));
    setters.put("rights", (s, v) -> s.setRights(v.text()));
    setters.put("contentCreated", (s, v) -> s.setContentCreated(v.instant()));
    setters.put("contentModified", (s, v) -> s.setContentModified(v.instant()));
    setters.put("extra", (s, v) -> s.setExtra(v.map()));
    return setters;
  }

  private static Image image(FieldValue value) {
    FieldValue object = value.objectOf("url", "caption", "credit");
    FieldValue url = object.member("url");
    if (url == null) {
      throw value.wrongType("an object with a url");
    }
    return Image.newBuilder()
        .setUrl(url.text())
        .setCaption(textOrNull(object.member("caption")))
        .setCredit(textOrNull(object.member("credit")))
        .build();
  }

  private static @Nullable String textOrNull(@Nullable FieldValue value) {
    return value == null ? null : value.text();
  }

  static Set<String> names() {
    return SETTERS.keySet();
  }

  /**
   * A query as the JSON object that says the same.
   *
   * @param others parameters that are not fields, and left out
   * @throws ProblemException 400 naming a parameter that is unknown, or given more than once
   */
  static ObjectNode of(Query query, Set<String> others) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    query
        .parameters()
        .forEach(
            (parameter, values) -> {
              String name = parameter.equals(STATUS) ? "pubStatus" : parameter;
              if (LISTS.contains(name)) {
                ArrayNode list = fields.putArray(name);
                values.forEach(list::add);
              } else if (name.startsWith(EXTRA_PREFIX)) {
                fields
                    .withObjectProperty("extra")
                    .put(name.substring(EXTRA_PREFIX.length()), query.one(parameter));
              } else if (isParameter(name)) {
                if (fields.has(name)) {
                  throw Problem.malformed(name, "'" + name + "' is given more than once.")
                      .exception();
                }
                fields.put(name, query.one(parameter));
              } else if (!others.contains(name)) {
                throw unknownParameter(parameter, others);
              }
            });
    return fields;
  }

  private static boolean isParameter(String name) {
    return SETTERS.containsKey(name) && !name.equals("images") && !name.equals("extra");
  }

  private static ProblemException unknownParameter(String name, Set<String> others) {
    Set<String> known = new TreeSet<>(others);
    SETTERS.keySet().stream().filter(SubmissionFields::isParameter).forEach(known::add);
    known.add(STATUS);
    known.add(EXTRA_PREFIX + "NAME");
    return Problem.malformed(
            name,
            "The parameter '%s' is unknown. There are: %s."
                .formatted(name, String.join(", ", known)))
        .exception();
  }

  /**
   * Sets the fields of an object; null is as good as absent.
   *
   * @param hint for those who sent an unknown field
   * @throws ProblemException naming the field that is unknown or can't be what it is
   */
  static void apply(ObjectNode fields, ArticleSubmission.Builder submission, String hint) {
    fields.forEachEntry(
        (name, value) -> {
          var setter = SETTERS.get(name);
          if (setter == null) {
            throw Problem.malformed(
                    name,
                    "'%s' is not a field of a submission, which has: %s, %s. %s"
                        .formatted(name, String.join(", ", SETTERS.keySet()), BODY, hint))
                .exception();
          }
          if (!value.isNull()) {
            setter.accept(submission, new FieldValue(name, value));
          }
        });
  }
}
