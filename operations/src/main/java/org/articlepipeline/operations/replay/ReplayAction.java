package org.articlepipeline.operations.replay;

import java.util.Set;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Topics;

/** How a dead letter is replayed: by the topic that its record was read from. */
enum ReplayAction {
  /** The record is produced again, byte for byte: the gate decides about it as about any other. */
  RESEND,
  /**
   * The newest accepted revision is enriched and published again. The record itself is no use: it
   * may be older than what came since.
   */
  REQUEST,
  /** Only somebody else can send it again. */
  NONE;

  private static final Set<String> BY_URI =
      Set.of(
          Topics.ACCEPTED.name(),
          Topics.ENRICHMENT_REQUESTS.name(),
          Topics.SIGNATURES.name(),
          Topics.ENRICHED.name());

  static ReplayAction of(DeadLetter letter) {
    if (letter.getTopic().equals(Topics.SUBMISSIONS.name())) {
      return letter.getValue() == null && !letter.getReason().equals(Reason.NULL_VALUE.code())
          ? NONE
          : RESEND;
    }
    String uri = ReplayFilter.uriOf(letter);
    return BY_URI.contains(letter.getTopic()) && uri != null && !uri.isEmpty() ? REQUEST : NONE;
  }

  /** What is to be done instead where it is {@link #NONE}. */
  static String instead(DeadLetter letter) {
    if (letter.getTopic().equals(Topics.ENTITIES.name())) {
      return "an entity: import it again";
    }
    if (letter.getTopic().equals(Topics.SUBMISSIONS.name())) {
      return "too large to be kept here: its sender has to send it again";
    }
    return BY_URI.contains(letter.getTopic())
        ? "nothing says which article it is"
        : "no article's record, but one of " + letter.getTopic();
  }
}
