package org.articlepipeline.ingest.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about.
 *
 * @param uri of the article that the path names
 */
record Target(Action action, @Nullable String uri) {

  /** What is to be done. */
  enum Action {
    POST,
    PUT,
    DELETE,
    DESCRIBE
  }

  private static final String ARTICLES = "/articles";
  private static final String DESCRIPTION = "/openapi.json";

  /**
   * @param rawPath still percent-encoded: an article's uri has slashes, and they are not the path's
   * @throws ProblemException 404 or 405
   */
  static Target of(String method, String rawPath) {
    if (rawPath.equals(DESCRIPTION)) {
      return of(method, List.of("GET"), null);
    }
    if (rawPath.equals(ARTICLES) || rawPath.equals(ARTICLES + "/")) {
      return of(method, List.of("POST"), null);
    }
    if (!rawPath.startsWith(ARTICLES + "/")) {
      throw notFound(
          "There are POST /articles, PUT and DELETE /articles/{uri}, and GET /openapi.json.");
    }
    String encoded = rawPath.substring(ARTICLES.length() + 1);
    if (encoded.indexOf('/') >= 0) {
      throw notFound(
          "The article's uri is one segment of the path: percent-encode it, %2F for each slash in it.");
    }
    return of(method, List.of("PUT", "DELETE"), Query.decode(encoded, "path"));
  }

  private static Target of(String method, List<String> allowed, @Nullable String uri) {
    if (!allowed.contains(method)) {
      String list = String.join(", ", allowed);
      throw Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "This path takes " + list + ".")
          .with("Allow", list)
          .exception();
    }
    Action action =
        switch (method) {
          case "POST" -> Action.POST;
          case "PUT" -> Action.PUT;
          case "DELETE" -> Action.DELETE;
          default -> Action.DESCRIBE;
        };
    return new Target(action, uri);
  }

  private static ProblemException notFound(String detail) {
    return Problem.of(Problem.Kind.NOT_FOUND, detail).exception();
  }
}
