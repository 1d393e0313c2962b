package org.articlepipeline.enrich.metadata;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.NamedEntity;

/**
 * Reads who said an English quotation in the clause after it ({@code “…,” said Nadia Brook}) or
 * before it ({@code Nadia Brook told the paper: “…”}), by words of saying and the names next to
 * them.
 */
final class AttributionReader {
  /** How many tokens such a clause is looked through. */
  private static final int WINDOW = 14;

  /** In how many tokens a sentence says that somebody speaks. */
  private static final int OPENING = 6;

  private final List<Token> tokens;
  private final EntityTokens speakers;

  AttributionReader(AnalysedText body, EntityTokens speakers) {
    this.tokens = body.tokens();
    this.speakers = speakers;
  }

  /**
   * @param from the first token after the closing mark
   * @param end where the clause ends at the latest
   */
  Attribution after(int from, int end) {
    int limit = Math.min(end, from + WINDOW);
    int verb = -1;
    for (int i = from; i < limit && verb < 0; i++) {
      if (isAccordingTo(i, limit)) {
        return firstSpeaker(i + 2, limit);
      }
      verb = SpeechWords.isVerb(tokens.get(i)) ? i : -1;
    }
    if (verb < 0) {
      return Attribution.NONE;
    }
    for (int i = from; i < verb; i++) {
      NamedEntity speaker = speakers.at(i);
      if (speaker != null && (i == from || !SpeechWords.isLink(tokens.get(i - 1)))) {
        return Attribution.to(speaker);
      }
      if (SpeechWords.isPronoun(tokens.get(i))) {
        return Attribution.toPronoun(i);
      }
    }
    boolean inverted = verb == from || (verb == from + 1 && isSign(from, ","));
    return inverted ? firstSpeaker(verb + 1, limit) : Attribution.SOMEBODY;
  }

  /**
   * @param from where the clause starts at the earliest
   * @param open the opening mark
   */
  Attribution before(int from, int open) {
    if (open - 2 >= from && isSign(open - 1, ":")) {
      NamedEntity speaker = speakers.at(open - 2);
      if (speaker != null) {
        return Attribution.to(speaker);
      }
    }
    int start = Math.max(from, open - WINDOW);
    int verb = open - 1;
    while (verb >= start && !SpeechWords.isVerb(tokens.get(verb))) {
      if (isAccordingTo(verb, open)) {
        return firstSpeaker(verb + 2, open);
      }
      verb--;
    }
    if (verb < start || (verb > from && SpeechWords.makesPassive(tokens.get(verb - 1)))) {
      return Attribution.NONE;
    }
    return subject(from, verb);
  }

  /**
   * Who says what a sentence tells, when its first words say so: {@code Brook also said that ...}.
   * What is quoted next is theirs.
   */
  Attribution opening(int from, int end) {
    for (int i = from; i < Math.min(end, from + OPENING); i++) {
      if (SpeechWords.isVerb(tokens.get(i))) {
        return subject(from, i);
      }
    }
    return Attribution.NONE;
  }

  /** The name or pronoun at the verb; else the name that the clause starts with. */
  private Attribution subject(int from, int verb) {
    for (int i = verb - 1; i >= Math.max(from, verb - 3); i--) {
      NamedEntity speaker = speakers.at(i);
      if (speaker != null) {
        return Attribution.to(speaker);
      }
      if (SpeechWords.isPronoun(tokens.get(i))) {
        return Attribution.toPronoun(i);
      }
      if (!tokens.get(i).isWord()) {
        break;
      }
    }
    NamedEntity first = speakers.firstIn(from, Math.min(verb, from + 4));
    if (first != null) {
      return Attribution.to(first);
    }
    return verb > from ? Attribution.SOMEBODY : Attribution.NONE;
  }

  /** {@code said the mayor, Nadia Brook}; but nobody in {@code said of Nadia Brook}. */
  private Attribution firstSpeaker(int from, int limit) {
    for (int i = from; i < limit; i++) {
      NamedEntity speaker = speakers.at(i);
      if (speaker != null) {
        return Attribution.to(speaker);
      }
      Token token = tokens.get(i);
      if (i == from && SpeechWords.isPronoun(token)) {
        return Attribution.toPronoun(i);
      }
      if (SpeechWords.isLink(token) && !isSign(from, "the")) {
        break;
      }
    }
    return Attribution.SOMEBODY;
  }

  private boolean isAccordingTo(int i, int limit) {
    return i + 2 < limit
        && SpeechWords.fold(tokens.get(i)).equals("according")
        && tokens.get(i + 1).text().equals("to");
  }

  private boolean isSign(int i, String text) {
    return tokens.get(i).text().equals(text);
  }
}
