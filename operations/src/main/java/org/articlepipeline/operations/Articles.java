package org.articlepipeline.operations;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/**
 * The {@code articles} command line. Exit codes: 0 done, 1 the thing asked for failed, 2 wrong
 * usage.
 *
 * <p>Every command is a small class that reads its options and prints; what it does lives beside
 * it, without picocli.
 */
@Command(
    name = "articles",
    description = "Runs and watches the article pipeline.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      SubmitCommand.class,
      PreviewCommand.class,
      SearchCommand.class,
      JourneyCommand.class,
      IndexCommand.class,
      EntitiesCommand.class,
      TrainRecognizerCommand.class,
      GatewayKeyCommand.class,
      ReprocessCommand.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      ConsoleCommand.class
    },
    footer = {
      "",
      "Commands that need servers find the stack that `./articles up` or `./articles demo` started through",
      "DIR/stack.json (--data DIR, by default .articles), or connect to a remote one with --config FILE or",
      "ARTICLES_* variables.",
      "",
      "Exit codes: 0 done, 1 the thing asked for failed, 2 wrong usage."
    })
public final class Articles {
  @Mixin CommandOptions options = new CommandOptions();

  public static void main(String... args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command in this process and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Articles())
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Errors::wrongUsage)
        .setExecutionExceptionHandler(Errors::failed)
        .execute(args);
  }
}
