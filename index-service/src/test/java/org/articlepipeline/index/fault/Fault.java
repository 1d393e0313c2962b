package org.articlepipeline.index.fault;

import java.time.Duration;

/** What {@link FaultyProxy} does to requests. */
sealed interface Fault {

  /** Which requests it hits: bulks, but for what says otherwise. */
  default boolean hits(Request request) {
    return request.isBulk();
  }

  record None() implements Fault {}

  /** Elasticsearch is not asked. */
  record Answer(int status, String body) implements Fault {}

  /** As a proxy with a limit answers: 413 without a body to what is larger. */
  record TooLarge(int bytes) implements Fault {
    @Override
    public boolean hits(Request request) {
      return request.isBulk() && request.body().length > bytes;
    }
  }

  /** The connection ends instead of an answer. */
  record CloseBefore() implements Fault {}

  /** Elasticsearch has done it; the connection ends in the middle of its answer. */
  record CloseMidAnswer() implements Fault {}

  /** Elasticsearch has done it; half of its answer comes as if it were the whole. */
  record HalfBody() implements Fault {}

  /** Elasticsearch gets it later, whoever still waits. */
  record Late(Duration by) implements Fault {}

  /** The other side is gone without a word: connections open, nothing ever comes. */
  record Silent() implements Fault {
    @Override
    public boolean hits(Request request) {
      return true;
    }
  }
}
