package org.articlepipeline.operations.console;

/** The request can't be answered: the page says what is wrong, and what to do. */
final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  PageException(int status, String title, String message) {
    super(message);
    this.status = status;
    this.title = title;
  }

  static PageException wrong(String message) {
    return new PageException(400, "That can't be", message);
  }

  static PageException notFound(String message) {
    return new PageException(404, "Not found", message);
  }

  static PageException forbidden(String message) {
    return new PageException(403, "Not allowed", message);
  }

  static PageException conflict(String message) {
    return new PageException(409, "Not now", message);
  }

  static PageException unavailable(String message) {
    return new PageException(503, "Not available", message);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
