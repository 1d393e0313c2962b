package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a script sees it: arguments in; exit code, answers and errors out. */
record Cli(int code, String out, String err) {

  static Cli run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    List<String> words = new ArrayList<>();
    for (Object arg : args) {
      words.add(arg.toString());
    }
    int code =
        Articles.run(
            new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    return new Cli(code, out.toString(), err.toString());
  }

  /** On the stack of this data folder. */
  static Cli on(Path data, Object... args) {
    List<Object> words = new ArrayList<>(List.of(args));
    words.add("--data");
    words.add(data);
    return run(words.toArray());
  }

  /** Fails the test when the command failed. */
  Cli done() {
    assertThat(code).as("exit code; %s%s", out, err).isZero();
    return this;
  }

  /** Errors are one line each, and never a stack trace. */
  Cli failed(int expected) {
    assertThat(code).as("exit code; %s%s", out, err).isEqualTo(expected);
    assertThat(out + err).doesNotContain("\tat ").doesNotContain("Exception");
    return this;
  }

  JsonNode json() {
    try {
      return Output.JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + out, e);
    }
  }
}
