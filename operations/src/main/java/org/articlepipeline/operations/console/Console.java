package org.articlepipeline.operations.console;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The web console: pages for operators, and {@code GET /articles/{uri}/journey} for CMSes, the same
 * as {@code ./articles journey --json}.
 */
public final class Console implements AutoCloseable {
  private static final int MAX_LINE_BYTES = 16 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_CONNECTIONS = 256;

  /** A form; nothing that is sent here is larger. */
  private static final int MAX_FORM_BYTES = 256 * 1024;

  private final ConsoleSettings settings;
  private final WebServer server;
  private final AtomicReference<@Nullable Backend> backend = new AtomicReference<>();

  private Console(ConsoleSettings settings) {
    this.settings = settings;
    var sessions = new Sessions(settings.token(), Clock.systemUTC());
    var site = new Site(new Templates(), backend, sessions.possible());
    var handler =
        new ConsoleHandler(
            new Guard(settings, sessions), Routes.of(site, sessions), site, new Assets());
    this.server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            // Whoever starts this closes it, in its own order.
            .shutdownHook(false)
            .maxPayloadSize(MAX_FORM_BYTES)
            .maxTcpConnections(MAX_CONNECTIONS)
            .protocolsDiscoverServices(false)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MAX_LINE_BYTES)
                    .maxHeadersSize(MAX_HEADER_BYTES)
                    .build())
            .directHandlers(UnreadableRequests.handlers())
            .routing(routes -> routes.any(handler))
            .build();
  }

  /**
   * Answers at once, though only that there is nothing to see before {@link #connect}.
   *
   * @throws CommandException when the address is taken
   */
  public static Console start(ConsoleSettings settings) {
    var console = new Console(settings);
    // Helidon logs the cause and goes on without a listener.
    console.server.start();
    if (!console.server.isRunning()) {
      throw new CommandException(
          "the console can't listen on %s:%d; is another one there?"
              .formatted(settings.host(), settings.port()));
    }
    return console;
  }

  /** From now on it shows this pipeline. */
  public void connect(OperationsConfig config) {
    backend.set(Backend.connect(config));
  }

  public URI uri() {
    return URI.create("http://" + settings.host() + ":" + server.port());
  }

  /** For whoever tells CMSes where to look. */
  public String journeyUrl() {
    return uri() + "/articles/{uri}/journey";
  }

  /** The token is behind the #, which browsers keep to themselves; nothing without a token. */
  public Optional<String> signInUrl() {
    return settings.token().map(token -> uri() + SignInPage.PATH + "#" + token);
  }

  @Override
  public void close() {
    server.stop();
    Backend connected = backend.getAndSet(null);
    if (connected != null) {
      connected.close();
    }
  }
}
