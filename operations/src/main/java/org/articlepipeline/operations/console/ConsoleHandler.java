package org.articlepipeline.operations.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.articlepipeline.operations.console.Routes.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler for all paths: an article's uri has characters that a router would read. */
final class ConsoleHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleHandler.class);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Guard guard;
  private final Routes routes;
  private final Site site;
  private final Assets assets;

  ConsoleHandler(Guard guard, Routes routes, Site site, Assets assets) {
    this.guard = guard;
    this.routes = routes;
    this.site = site;
    this.assets = assets;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Reply reply = reply(request);
    response.status(Status.create(reply.status()));
    Guard.HEADERS.forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (!reply.headers().containsKey("Cache-Control")) {
      response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
    reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
    if (request.content().hasEntity() && !request.content().consumed()) {
      // Refused before it was read; what is left of it would be taken for the next request.
      request.content().as(byte[].class);
    }
    response.send(reply.body());
    if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      // Helidon would wait for the client to do it.
      throw new CloseConnectionException("no further request is read from this connection");
    }
  }

  private Reply reply(ServerRequest request) {
    String path = request.prologue().uriPath().rawPath();
    int port = request.localPeer().port();
    var bare = new Exchange("GET", path, port, Fields.NONE, Fields.NONE, null);
    try {
      guard.checkHost(request.headers());
      String method = request.prologue().method().text();
      Session session = guard.session(request.headers(), port);
      bare = new Exchange(method, path, port, Fields.NONE, Fields.NONE, session);
      return answer(request, bare);
    } catch (PageException e) {
      return problem(bare, e);
    } catch (RequestException | CloseConnectionException e) {
      // The server's own: they say how to go on with the connection.
      throw e;
    } catch (RuntimeException e) {
      String id = UUID.randomUUID().toString();
      LOG.atError()
          .addKeyValue("path", path)
          .addKeyValue("id", id)
          .setCause(e)
          .log("console failed");
      return problem(
          bare,
          new PageException(
              500, "That failed", "The console's log says why, beside the id %s.".formatted(id)));
    }
  }

  private Reply answer(ServerRequest request, Exchange bare) {
    String path = bare.path();
    if (path.startsWith(Assets.PATH) && bare.method().equals("GET")) {
      return assets.find(path).orElseThrow(() -> missing(path));
    }
    if (JourneyJson.isAt(path)) {
      return routes.journeys().answer(bare);
    }
    if (guard.mustSignIn(bare)) {
      return Reply.to(SignInPage.PATH);
    }
    Page page = routes.find(bare.method(), path);
    if (page == null) {
      throw routes.has(path)
          ? new PageException(
              405, "Not this way", "This address does not take %s.".formatted(bare.method()))
          : missing(path);
    }
    var exchange =
        new Exchange(
            bare.method(),
            path,
            bare.port(),
            Fields.parse(request.prologue().query().rawValue()),
            form(request, bare.method()),
            bare.session());
    if (exchange.method().equals("POST")) {
      guard.checkForm(exchange, request.headers());
    }
    return page.answer(exchange);
  }

  private static Fields form(ServerRequest request, String method) {
    if (!method.equals("POST")) {
      return Fields.NONE;
    }
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!type.startsWith(FORM)) {
      throw new PageException(415, "No form", "Send a form as %s.".formatted(FORM));
    }
    return Fields.parse(request.content().as(String.class));
  }

  private static PageException missing(String path) {
    return PageException.notFound("There is nothing at %s.".formatted(path));
  }

  private Reply problem(Exchange exchange, PageException e) {
    if (exchange.path().startsWith("/api/") || JourneyJson.isAt(exchange.path())) {
      return JourneyJson.problem(e.status(), "refused", e.detail(), exchange.path());
    }
    var page = new ProblemPage(site.frame(exchange, e.title()), e.detail());
    return site.templates().render(e.status(), "problem", page);
  }
}
