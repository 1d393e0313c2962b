package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.index.search.ReceiptEntry;
import org.articlepipeline.operations.cluster.Json;

/**
 * {@code GET /articles/{uri}/journey}, which the gateway names to CMSes. Its problems are RFC 9457.
 */
final class JourneyJson {
  /** Matched as it was sent: an article's uri has slashes, and they are not the path's. */
  private static final Pattern PATH = Pattern.compile("/articles/([^/]+)/journey");

  private static final String PROBLEM = "urn:articles:problem:";

  /** Receipts are indexed about so many seconds after they were written. */
  private static final String SOON = "2";

  private final Site site;

  JourneyJson(Site site) {
    this.site = site;
  }

  static boolean isAt(String path) {
    return path.startsWith("/articles/");
  }

  Reply answer(Exchange exchange) {
    String path = exchange.path();
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return problem(404, "not-found", "There is GET /articles/{uri}/journey.", path);
    }
    if (!exchange.method().equals("GET")) {
      return problem(405, "method-not-allowed", "This path takes GET.", path).with("Allow", "GET");
    }
    return journey(path, decoded(matcher.group(1)));
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private Reply journey(String path, String uri) {
    Backend backend = site.connected().get();
    if (backend == null) {
      return unavailable("The stack is starting.", path);
    }
    Answer<List<ReceiptEntry>> receipts =
        new Questions()
            .ask("Elasticsearch", () -> new JournalQueries(backend.elasticsearch()).journey(uri))
            .answer();
    List<ReceiptEntry> found = receipts.value();
    if (found == null) {
      return unavailable(String.valueOf(receipts.problem()), path);
    }
    return found.isEmpty()
        ? problem(
                404,
                "not-found",
                "There is no receipt of "
                    + uri
                    + ": it was never sent, over 7 days ago, or within the last seconds.",
                path)
            .with("Retry-After", SOON)
        : Reply.json(found);
  }

  private static Reply unavailable(String detail, String path) {
    return problem(503, "unavailable", detail, path).with("Retry-After", SOON);
  }

  static Reply problem(int status, String type, String detail, String path) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("type", PROBLEM + type)
        .put("title", Status.create(status).reasonPhrase())
        .put("status", status)
        .put("detail", detail)
        .put("instance", path);
    return Reply.json(status, Reply.PROBLEM, json);
  }
}
