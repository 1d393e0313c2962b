package org.articlepipeline.operations.console;

import org.jspecify.annotations.Nullable;

/**
 * A request as pages see it.
 *
 * @param path as it was sent, still percent-encoded
 * @param port where it came in
 * @param form {@link Fields#NONE} for a GET
 * @param session null when nobody signed in
 */
record Exchange(
    String method, String path, int port, Fields query, Fields form, @Nullable Session session) {

  /**
   * @throws PageException when nobody signed in
   */
  Session signedIn() {
    if (session == null) {
      throw PageException.forbidden("Sign in first: without it the console only shows things.");
    }
    return session;
  }
}
