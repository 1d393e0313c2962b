package org.articlepipeline.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/** {@code preview --jsonl}: a line of JSON in, a line of JSON out. */
final class PreviewRequests {
  /** In errors only: no stage would ever see such a line. */
  private static final String BAD_REQUEST = "BAD_REQUEST";

  private final Preview preview;

  PreviewRequests(Preview preview) {
    this.preview = preview;
  }

  /**
   * @param number of the line, for messages
   */
  ObjectNode answer(String line, long number) {
    JsonNode request;
    try {
      request = Output.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return error(null, BAD_REQUEST, "line " + number + " is not JSON: " + e.getOriginalMessage());
    }
    String uri = text(request, "uri");
    if (uri == null) {
      return error(null, BAD_REQUEST, "line " + number + " has no \"uri\"");
    }
    try {
      return preview.of(submission(request, uri));
    } catch (PreviewException e) {
      return error(uri, e.reason(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return error(uri, BAD_REQUEST, "line " + number + ": " + e.getMessage());
    }
  }

  private static ArticleSubmission submission(JsonNode request, String uri) {
    byte[] body = request.path("body").asText("").getBytes(StandardCharsets.UTF_8);
    return ArticleSubmission.newBuilder()
        .setUri(uri)
        .setRevision(request.path("revision").asLong(1))
        .setSource(request.path("source").asText("preview"))
        .setPubStatus(PubStatus.USABLE)
        .setFormat(format(request.path("format").asText("auto")).of("", body))
        .setBody(ByteBuffer.wrap(body))
        .setCharset(StandardCharsets.UTF_8.name())
        .setUrl(text(request, "url"))
        .setHeadline(text(request, "headline"))
        .setSubheadline(text(request, "subheadline"))
        .setByline(text(request, "byline"))
        .setLanguage(text(request, "language"))
        .setCanonicalUrl(text(request, "canonicalUrl"))
        .setSections(texts(request, "sections"))
        .setKeywords(texts(request, "keywords"))
        .setSubmittedAt(Instant.now())
        .build();
  }

  private static Formats format(String name) {
    try {
      return Formats.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "format '" + name + "' is none of auto, text, html, ninjs, wordpress", e);
    }
  }

  private static @Nullable String text(JsonNode request, String field) {
    JsonNode value = request.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable List<String> texts(JsonNode request, String field) {
    JsonNode values = request.path(field);
    if (!values.isArray()) {
      return null;
    }
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static ObjectNode error(@Nullable String uri, String reason, String message) {
    ObjectNode answer = Output.JSON.createObjectNode();
    answer.put("uri", uri);
    answer.putObject("error").put("reason", reason).put("message", message);
    return answer;
  }
}
