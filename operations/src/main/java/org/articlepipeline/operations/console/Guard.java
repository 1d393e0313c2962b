package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask for what, and what every answer forbids to the browser. */
final class Guard {
  /** Nothing but our own files, and nothing inline: a script in an article's text stays text. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
              + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  static final String CSRF = "csrf";

  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final Set<String> OURSELVES = Set.of("same-origin", "none");

  /** What somebody who has yet to sign in needs, and what CMSes read. */
  private static final Set<String> OPEN = Set.of(SignInPage.PATH);

  private final ConsoleSettings settings;
  private final Sessions sessions;

  Guard(ConsoleSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  /**
   * Another site's name that leads here (DNS rebinding) would make us part of that site.
   *
   * @throws PageException for hosts that are not ours
   */
  void checkHost(ServerRequestHeaders headers) {
    String host = headers.first(HeaderNames.HOST).orElse("").toLowerCase(Locale.ROOT);
    String name = host.replaceFirst(":\\d+$", "");
    if (!settings.names().contains(name)) {
      throw new PageException(
          421,
          "Not this host",
          "The console does not answer for '%s'. Add it to articles.console.allowed-hosts if it is a name of this machine."
              .formatted(name));
    }
  }

  @Nullable Session session(ServerRequestHeaders headers, int port) {
    String wanted = cookie(port) + "=";
    for (String cookie : headers.first(HeaderNames.COOKIE).orElse("").split(";")) {
      if (cookie.strip().startsWith(wanted)) {
        return sessions.find(cookie.strip().substring(wanted.length()));
      }
    }
    return null;
  }

  /** Cookies know no ports, and two consoles may run on one machine. */
  static String cookie(int port) {
    return "articles-console-" + port;
  }

  /** Whether signing in has to come first. */
  boolean mustSignIn(Exchange exchange) {
    return exchange.session() == null
        && !settings.readableByAll()
        && !OPEN.contains(exchange.path())
        && !exchange.path().startsWith(Assets.PATH);
  }

  /**
   * @throws PageException for a form that is not from one of our pages
   */
  void checkForm(Exchange exchange, ServerRequestHeaders headers) {
    Optional<String> from = headers.first(FETCH_SITE);
    if (from.isPresent() && !OURSELVES.contains(from.get())) {
      throw PageException.forbidden(
          "The form came from another site. Use the console's own pages.");
    }
    if (OPEN.contains(exchange.path())) {
      return;
    }
    byte[] wanted = exchange.signedIn().csrf().getBytes(UTF_8);
    if (!MessageDigest.isEqual(wanted, exchange.form().text(CSRF).getBytes(UTF_8))) {
      throw PageException.forbidden(
          "The form was made before you signed in last. Go back, reload the page, and try again.");
    }
  }
}
