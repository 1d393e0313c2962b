package org.articlepipeline.ingest.draft;

import java.util.function.Function;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/** What a pure step gives: a value to go on with, or why the submission can't go on. */
public sealed interface Checked<T> {

  record Good<T>(T value) implements Checked<T> {}

  record Bad<T>(Rejection rejection) implements Checked<T> {}

  static <T> Checked<T> bad(Reason reason, @Nullable String field, String message) {
    return new Bad<>(new Rejection(reason, field, message));
  }

  default <U> Checked<U> then(Function<T, Checked<U>> next) {
    return switch (this) {
      case Good<T>(T value) -> next.apply(value);
      case Bad<T>(Rejection rejection) -> new Bad<>(rejection);
    };
  }
}
