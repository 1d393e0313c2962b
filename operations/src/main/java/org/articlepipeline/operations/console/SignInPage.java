package org.articlepipeline.operations.console;

import java.util.Optional;

/** Takes the token, gives a cookie. */
final class SignInPage {
  static final String PATH = "/sign-in";

  private static final int LONGEST_NAME = 64;

  private final Site site;
  private final Sessions sessions;

  SignInPage(Site site, Sessions sessions) {
    this.site = site;
    this.sessions = sessions;
  }

  /** What the form shows. */
  record Model(Frame frame, String name, String problem) {}

  Reply show(Exchange exchange) {
    return form(exchange, 200, "", "");
  }

  private Reply form(Exchange exchange, int status, String name, String problem) {
    return site.templates()
        .render(status, "signin", new Model(site.frame(exchange, "Sign in"), name, problem));
  }

  Reply signIn(Exchange exchange) {
    if (!sessions.possible()) {
      throw PageException.forbidden(
          "This console has no token, so nothing can be changed through it. Set articles.console.token-file and start it again.");
    }
    String name = exchange.form().text("name").replaceAll("\\p{Cntrl}", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return form(
          exchange,
          400,
          name,
          "Say who you are, in at most 64 characters: the audit trail names you.");
    }
    Optional<Session> session = sessions.signIn(exchange.form().text("token"), name);
    if (session.isEmpty()) {
      return form(
          exchange,
          403,
          name,
          "That is not the token. It is in the file articles.console.token-file; demo and up print an address that has it.");
    }
    return Reply.to("/")
        .with("Set-Cookie", cookie(exchange, session.get().id()) + "; Max-Age=43200");
  }

  Reply signOut(Exchange exchange) {
    sessions.signOut(exchange.signedIn());
    return Reply.to("/").with("Set-Cookie", cookie(exchange, "") + "; Max-Age=0");
  }

  private static String cookie(Exchange exchange, String value) {
    return Guard.cookie(exchange.port()) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict";
  }
}
