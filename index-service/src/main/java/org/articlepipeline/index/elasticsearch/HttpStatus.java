package org.articlepipeline.index.elasticsearch;

/** Those that Elasticsearch answers with and that mean something to us. */
public final class HttpStatus {
  public static final int OK = 200;
  public static final int CREATED = 201;
  public static final int UNAUTHORIZED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int REQUEST_TIMEOUT = 408;
  public static final int CONFLICT = 409;
  public static final int TOO_LARGE = 413;
  public static final int TOO_MANY = 429;
  public static final int SERVER_ERROR = 500;
  public static final int UNAVAILABLE = 503;

  private HttpStatus() {}
}
