package org.articlepipeline.operations.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.schemas.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters to replay; null takes any.
 *
 * @param id of one, such as {@code articles.dead-letters-3-41}
 * @param stage ingest, enrich or index
 * @param reason a {@code Reason}'s code
 * @param source which CMS sent it
 * @param uri the article's, or the failed record's key
 * @param since written at this time or later
 * @param again also those that were replayed before
 */
public record ReplayFilter(
    @Nullable String id,
    @Nullable String stage,
    @Nullable String reason,
    @Nullable String source,
    @Nullable String uri,
    @Nullable Instant since,
    boolean again) {

  /** For the audit trail and for messages. */
  public String description() {
    List<String> parts = new ArrayList<>();
    add(parts, "id", id);
    add(parts, "stage", stage);
    add(parts, "reason", reason);
    add(parts, "source", source);
    add(parts, "uri", uri);
    add(parts, "since", since);
    if (again) {
      parts.add("those replayed before, too");
    }
    return parts.isEmpty() ? "all dead letters" : "dead letters with " + String.join(", ", parts);
  }

  private static void add(List<String> parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + " " + value);
    }
  }

  /** Whether the letter is asked for, leaving its source out of account. */
  boolean matches(DeadLetter letter) {
    return (stage == null || stage.equals(letter.getStage()))
        && (reason == null || reason.equals(letter.getReason()))
        && (uri == null || uri.equals(uriOf(letter)))
        && (since == null || !letter.getAt().isBefore(since));
  }

  /** The key stands for the uri where that could not be read. */
  static @Nullable String uriOf(DeadLetter letter) {
    ByteBuffer key = letter.getKey();
    if (letter.getUri() != null || key == null) {
      return letter.getUri();
    }
    return UTF_8.decode(key.duplicate()).toString();
  }
}
