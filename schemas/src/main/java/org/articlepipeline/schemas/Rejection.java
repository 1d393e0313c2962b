package org.articlepipeline.schemas;

import org.jspecify.annotations.Nullable;

/**
 * Why one record cannot go on.
 *
 * @param field the field that is wrong, where one is
 * @param message for people: what is wrong, where, and what to do
 */
public record Rejection(Reason reason, @Nullable String field, String message) {

  public static Rejection of(Reason reason, String message) {
    return new Rejection(reason, null, message);
  }
}
