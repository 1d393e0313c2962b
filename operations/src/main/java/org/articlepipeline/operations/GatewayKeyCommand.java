package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.articlepipeline.ingest.gateway.ApiKey;
import org.articlepipeline.operations.cluster.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles gateway-key}. */
@Command(
    name = "gateway-key",
    description = {
      "Makes an API key, with which a source may send articles to the HTTP gateway.",
      "Prints the key, which is kept nowhere, and its line for the gateway's keys file. The gateway reads the file"
          + " again when it has changed."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles gateway-key daily-bugle",
      "  ./articles gateway-key daily-bugle --file .articles/gateway/keys",
      "  ./articles gateway-key --json daily-bugle"
    })
final class GatewayKeyCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Appends the line to this keys file, and prints the key alone.")
  @Nullable Path file;

  @Parameters(paramLabel = "SOURCE", description = "Which CMS or site the key is for.")
  String source = "";

  @Override
  public Integer call() {
    Output output = options.output();
    ApiKey key = create();
    if (file != null) {
      append(file, key);
    }
    if (output.json()) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("source", key.source());
      fields.put("key", key.secret());
      fields.put("line", key.line());
      output.value(fields);
    } else if (file != null) {
      output.line(key.secret());
      output.note("its line was added to " + file + "; keep the key, it is shown this once");
    } else {
      output.note("the key, shown this once, and its line for the keys file:");
      output.line(key.secret());
      output.line(key.line());
    }
    return 0;
  }

  private ApiKey create() {
    try {
      return ApiKey.create(source);
    } catch (IllegalArgumentException e) {
      throw options.wrongUsage("SOURCE is '" + source + "': " + e.getMessage());
    }
  }

  private static void append(Path file, ApiKey key) {
    try {
      GatewayKeys.append(file, key.line());
    } catch (IOException e) {
      throw new CommandException(file + " can't be written to (" + e.getMessage() + ")", e);
    }
  }
}
