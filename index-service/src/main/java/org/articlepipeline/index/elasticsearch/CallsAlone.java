package org.articlepipeline.index.elasticsearch;

import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * What the HTTP client does by itself at 429 and 503: it waits for a second and asks once more.
 * That is right for calls, such as a question to an index whose shard is just being made, but not
 * for bulks: their writer pauses and tries again at a pace of its own, and must know at once.
 */
final class CallsAlone extends DefaultHttpRequestRetryStrategy {
  @Override
  public boolean retryRequest(HttpResponse response, int attempts, HttpContext context) {
    return !isBulk(context) && super.retryRequest(response, attempts, context);
  }

  private static boolean isBulk(HttpContext context) {
    var request = HttpClientContext.cast(context).getRequest();
    return request != null && request.getPath().contains("/_bulk");
  }
}
