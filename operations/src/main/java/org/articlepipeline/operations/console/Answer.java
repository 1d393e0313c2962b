package org.articlepipeline.operations.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, or why it is not there: a server that is away must not take the page along.
 */
record Answer<T>(@Nullable T value, @Nullable String problem) {
  static <T> Answer<T> of(T value) {
    return new Answer<>(value, null);
  }

  static <T> Answer<T> none(String problem) {
    return new Answer<>(null, problem);
  }

  T or(T other) {
    return value == null ? other : value;
  }

  Optional<T> optional() {
    return Optional.ofNullable(value);
  }

  static List<String> problems(Answer<?>... answers) {
    return Stream.of(answers)
        .flatMap(answer -> Stream.ofNullable(answer.problem()))
        .distinct()
        .toList();
  }

  /**
   * @throws PageException when it is not there
   */
  T orUnavailable() {
    if (value == null) {
      throw PageException.unavailable(problem == null ? "It is not there." : problem);
    }
    return value;
  }
}
