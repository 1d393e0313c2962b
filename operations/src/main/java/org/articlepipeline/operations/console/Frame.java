package org.articlepipeline.operations.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param session null when nobody signed in
 * @param canSignIn whether there is a token
 * @param path of the page, to come back to
 * @param problems what could not be asked, each a sentence
 */
record Frame(
    String title,
    @Nullable Session session,
    boolean canSignIn,
    String path,
    List<String> problems) {

  /** Page and its name in the navigation. */
  record Link(String path, String name) {}

  static final List<Link> NAVIGATION =
      List.of(
          new Link("/", "Flow"),
          new Link("/dead-letters", "Dead letters"),
          new Link("/journey", "Journeys"),
          new Link("/index", "Index"),
          new Link("/topics", "Topics"),
          new Link("/operations", "Audit trail"),
          new Link("/search", "Search"));

  boolean isAt(Link link) {
    return link.path().equals("/") ? path.equals("/") : path.startsWith(link.path());
  }

  String csrf() {
    return session == null ? "" : session.csrf();
  }

  boolean signedIn() {
    return session != null;
  }
}
