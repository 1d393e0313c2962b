package org.articlepipeline.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.articlepipeline.operations.cluster.ConsoleConfig;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.operations.console.Console;
import org.articlepipeline.operations.console.ConsoleSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code articles console}. */
@Command(
    name = "console",
    description = {
      "Shows a running pipeline in a browser, until Ctrl-C: the flow, dead letters and their replay, journeys, the index,",
      "topics, and a search page. Nothing can be changed without a token. `up` and `demo` have one of their own."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles console",
      "  ./articles console --config remote.properties --port 8090 --token-file console.token",
      "  ./articles console --data /tmp/second-stack --json"
    })
final class ConsoleCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Where it listens; others than loopback need a token. Default: articles.console.host, else 127.0.0.1.")
  @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default: articles.console.port, else any that is free.")
  @Nullable Integer port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Holds the token to sign in with, such as `openssl rand -hex 32` makes.",
        "Default: articles.console.token-file, else that of the local stack."
      })
  @Nullable Path tokenFile;

  @Override
  public Integer call() throws InterruptedException {
    Output output = options.output();
    OperationsConfig config = stack.connect(options);
    ConsoleSettings settings = ConsoleSettings.of(chosen(config.console()));
    try (var signal = StopSignal.install();
        Console console = Console.start(settings)) {
      console.connect(config);
      String url = console.signInUrl().orElseGet(() -> console.uri().toString());
      if (output.json()) {
        output.value(Map.of("console", console.uri().toString(), "open", url));
      } else {
        output.line(
            url + (settings.token().isPresent() ? " (signs in)" : " (read-only: no --token-file)"));
      }
      signal.armed();
      output.note("Ctrl-C stops it");
      signal.await();
    }
    return 0;
  }

  private ConsoleConfig chosen(ConsoleConfig configured) {
    return new Chosen(
        Objects.requireNonNullElseGet(host, configured::host),
        Objects.requireNonNullElseGet(port, configured::port),
        Optional.ofNullable(tokenFile)
            .or(configured::tokenFile)
            .or(() -> Optional.of(LocalStack.consoleToken(stack.data())).filter(this::isOurs)),
        configured.allowedHosts());
  }

  private boolean isOurs(Path token) {
    return stack.config == null && Files.isReadable(token);
  }

  private record Chosen(
      String host, int port, Optional<Path> tokenFile, Optional<List<String>> allowedHosts)
      implements ConsoleConfig {}
}
