package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/** What goes back to the client. */
@SuppressWarnings("ArrayRecordComponent") // Written, never compared.
record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
  private static final int ACCEPTED = 202;

  /** Where the uri goes in a journey's URL. */
  static final String URI = "{uri}";

  static Answer of(Problem problem, String path) {
    return json(problem.status(), Problem.MEDIA_TYPE, problem.headers(), problem.json(path));
  }

  /** One article's answer is an object, several articles' one with a list of them. */
  static Answer accepted(Intake.Batch batch, @Nullable String journeyUrl) {
    List<ObjectNode> each =
        batch.articles().stream().map(article -> accepted(article, journeyUrl)).toList();
    if (batch.isList()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode().addAll(each);
      ObjectNode all = JsonNodeFactory.instance.objectNode().set("articles", list);
      batch.problems().forEach(all.putArray("problems")::add);
      return json(ACCEPTED, "application/json", Map.of(), all);
    }
    ObjectNode only = each.getFirst();
    Map<String, String> headers = new HashMap<>();
    if (only.has("journey")) {
      headers.put("Location", only.path("journey").textValue());
    }
    return json(ACCEPTED, "application/json", headers, only);
  }

  private static ObjectNode accepted(Intake.Outgoing article, @Nullable String journeyUrl) {
    ArticleSubmission submission = article.submission();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uri", submission.getUri())
        .put("revision", submission.getRevision())
        .put("source", submission.getSource())
        .put("id", article.id());
    if (journeyUrl != null) {
      String uri = URLEncoder.encode(submission.getUri(), UTF_8).replace("+", "%20");
      json.put("journey", journeyUrl.replace(URI, uri));
    }
    return json;
  }

  private static Answer json(
      int status, String contentType, Map<String, String> headers, ObjectNode json) {
    return new Answer(status, contentType, headers, (json + "\n").getBytes(UTF_8));
  }
}
