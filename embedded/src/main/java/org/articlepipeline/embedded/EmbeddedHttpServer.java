package org.articlepipeline.embedded;

/** A server of one process that is spoken to by HTTP, and that tests stop, kill and start again. */
public abstract sealed class EmbeddedHttpServer implements AutoCloseable
    permits EmbeddedElasticsearch, EmbeddedRegistry {
  private final ServerProcess server;

  EmbeddedHttpServer(ServerProcess server) {
    this.server = server;
  }

  /** The base of its API, without a slash at its end. */
  public abstract String url();

  final void start() {
    server.start();
  }

  /** Starts it after a start that makes later ones faster. */
  final void startRecorded() {
    server.recordClasses();
    server.start();
  }

  /** The process id. */
  public final long pid() {
    return server.pid();
  }

  /** Ends it with SIGKILL. */
  public final void kill() {
    server.kill();
  }

  /** Stops it in good order. */
  public final void stop() {
    server.stop(JavaProcess.GRACE);
  }

  /**
   * Starts it again, on its data and its ports, and returns when it takes requests. When it runs it
   * is stopped first.
   */
  public final void restart() {
    server.restart();
  }

  @Override
  public final void close() {
    stop();
  }
}
