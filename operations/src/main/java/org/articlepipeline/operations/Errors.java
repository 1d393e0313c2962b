package org.articlepipeline.operations;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.embedded.ServerException;
import org.articlepipeline.index.audit.UnauditableException;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.schemas.RegistryException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever a command throws into one line and an exit code; stack traces go to a file, or to
 * {@code --debug}.
 */
final class Errors {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Errors() {}

  static int wrongUsage(ParameterException e, String... args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    var err = command.getErr();
    err.println(
        "error: "
            + oneLine(String.valueOf(e.getMessage()))
            + suggestion(e)
            + " (see `./"
            + name
            + " --help`)");
    err.flush();
    return WRONG_USAGE;
  }

  private static String suggestion(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return Suggestion.of(unmatched.getUnmatched().getFirst(), e.getCommandLine())
          .map(name -> "; did you mean " + name + "?")
          .orElse("");
    }
    return "";
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    boolean debug = parsed.matchedOptionValue("--debug", false);
    if (debug) {
      e.printStackTrace(err);
    }
    if (e instanceof ConfigException) {
      // One problem a line.
      String.valueOf(e.getMessage()).lines().forEach(line -> err.println("error: " + line));
      err.flush();
      return WRONG_USAGE;
    }
    String message = oneLine(message(e));
    if (!debug && !isExpected(e)) {
      message +=
          trace(e, dataOf(parsed))
              .map(file -> "; details in " + file)
              .orElse("; --debug shows details");
    }
    err.println("error: " + message);
    err.flush();
    return FAILED;
  }

  private static String message(Exception e) {
    if (e instanceof KafkaException kafka && !(e instanceof RegistryException)) {
      return kafka(kafka);
    }
    return isExpected(e) ? String.valueOf(e.getMessage()) : unexpected(e);
  }

  /** Kafka's own exceptions say what it could not do, never where. */
  private static String kafka(KafkaException e) {
    Throwable cause = e;
    while (cause.getCause() instanceof KafkaException deeper) {
      cause = deeper;
    }
    return "Kafka: " + cause.getMessage() + "; is it up, and the address right?";
  }

  /** Exceptions whose message says what is wrong, where, and what to do. */
  private static boolean isExpected(Exception e) {
    return e instanceof CommandException
        || e instanceof ServerException
        || e instanceof ElasticsearchException
        || e instanceof UnauditableException
        || e instanceof KafkaException;
  }

  private static String unexpected(Exception e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    return "unexpected " + e.getClass().getSimpleName() + message;
  }

  private static Path dataOf(ParseResult parsed) {
    return parsed.matchedOptionValue("--data", StackOptions.DEFAULT_DATA);
  }

  /** Appends the stack trace to a file under the data folder, where there is one. */
  private static Optional<Path> trace(Exception e, Path data) {
    if (!Files.isDirectory(data)) {
      return Optional.empty();
    }
    Path file = data.resolve("logs").resolve("cli.log");
    try {
      Files.createDirectories(data.resolve("logs"));
      try (var writer =
          new PrintWriter(
              Files.newBufferedWriter(
                  file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
        writer.println(Instant.now());
        e.printStackTrace(writer);
      }
      return Optional.of(file);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
