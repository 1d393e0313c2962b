package org.articlepipeline.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an address whether it is there. */
final class HttpProbe {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int NO_ANSWER = -1;

  private HttpProbe() {}

  static boolean isOk(URI uri) {
    return status(uri) == HttpURLConnection.HTTP_OK;
  }

  /** Also true when the answer is that one has to authenticate: then whatever answers is up. */
  static boolean isOkOrProtected(URI uri) {
    int status = status(uri);
    return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAUTHORIZED;
  }

  private static int status(URI uri) {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }
}
