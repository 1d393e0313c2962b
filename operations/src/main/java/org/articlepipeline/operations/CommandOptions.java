package org.articlepipeline.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command takes. */
final class CommandOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(names = "--debug", description = "Show log lines and stack traces.")
  boolean debug;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  Output output() {
    if (debug) {
      Logs.show();
    }
    var command = spec().commandLine();
    return new Output(command.getOut(), command.getErr(), json);
  }

  /** Wrong usage that only the command itself can see (exit code 2). */
  ParameterException wrongUsage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command");
    }
    return spec;
  }
}
