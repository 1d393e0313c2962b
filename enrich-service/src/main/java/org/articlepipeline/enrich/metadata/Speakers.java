package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks in English quotations: who is named beside them; for a pronoun, the person whom
 * the text named first in the nearest sentence before; and for a quotation without a word about its
 * speaker, who spoke just before it. Read in order: each may need those before it.
 */
final class Speakers {
  /** How many sentences back a pronoun reaches. */
  private static final int REACH = 4;

  /** How many tokens back anything reaches: a sentence without an end must not take for ever. */
  private static final int NEAR = 250;

  private final AnalysedText body;
  private final List<Sentence> sentences;
  private final List<Quotation> quotations;
  private final EntityTokens people;
  private final AttributionReader reader;
  private final List<Attribution> found = new ArrayList<>();
  private int sentence;

  private Speakers(AnalysedText body, List<Quotation> quotations, EnrichedArticle.Builder result) {
    this.body = body;
    this.sentences = body.sentences();
    this.quotations = quotations;
    this.people = EntityTokens.of(body, result.getPeople());
    this.reader =
        new AttributionReader(
            body, EntityTokens.of(body, result.getPeople(), result.getOrganisations()));
  }

  /** One for each quotation. PRONOUN is left where it can't be said who is meant. */
  static List<Attribution> of(
      AnalysedText body, List<Quotation> quotations, EnrichedArticle.Builder result) {
    Speakers speakers = new Speakers(body, quotations, result);
    for (int q = 0; q < quotations.size(); q++) {
      speakers.found.add(speakers.resolve(q));
    }
    speakers.shareInSentence();
    return speakers.found;
  }

  private Attribution resolve(int q) {
    Quotation quotation = quotations.get(q);
    int last = sentenceOf(quotation.close());
    sentence = sentenceOf(quotation.open());
    NamedEntity signed = signature(quotation.close() + 1, sentences.get(last).paragraph());
    if (signed != null) {
      return Attribution.to(signed);
    }
    Attribution said = reader.after(quotation.close() + 1, clauseEnd(q, last));
    if (said.kind() == Attribution.Kind.NONE) {
      said = reader.before(clauseStart(q), quotation.open());
    }
    return switch (said.kind()) {
      case PRONOUN -> named(pronoun(q, said.token()), said);
      case NONE -> named(goesOn(q), said);
      case NAMED, SOMEBODY -> said;
    };
  }

  private int clauseEnd(int q, int last) {
    int end = sentences.get(last).endToken();
    int close = quotations.get(q).close();
    // “Why?” Brook asked: the capital of a name looks like a new sentence.
    if (end == close + 1
        && last + 1 < sentences.size()
        && sentences.get(last + 1).paragraph() == sentences.get(last).paragraph()
        && isQuestion(body.tokens().get(close - 1).text())) {
      end = Math.min(sentences.get(last + 1).endToken(), close + 6);
    }
    return q + 1 < quotations.size() ? Math.min(end, quotations.get(q + 1).open()) : end;
  }

  private static boolean announces(String sign) {
    return sign.equals(":") || sign.equals(",");
  }

  private static boolean isQuestion(String sign) {
    return sign.equals("?") || sign.equals("!");
  }

  private int clauseStart(int q) {
    int open = quotations.get(q).open();
    int start = sentences.get(sentence).firstToken();
    if (start == open && open > 0 && announces(body.tokens().get(open - 1).text())) {
      start = sentences.get(sentence - 1).firstToken();
    }
    return q > 0 ? Math.max(start, quotations.get(q - 1).close() + 1) : start;
  }

  private @Nullable NamedEntity pronoun(int q, int token) {
    NamedEntity before = speaksOn(q);
    if (before != null) {
      return before;
    }
    int paragraph = sentences.get(sentence).paragraph();
    int limit = Math.min(token, quotations.get(q).open());
    int inside = q - 1;
    for (int s = sentence; s >= Math.max(0, sentence - REACH); s--) {
      Sentence candidate = sentences.get(s);
      if (candidate.paragraph() < paragraph - 1) {
        break;
      }
      while (inside >= 0 && quotations.get(inside).open() >= candidate.endToken()) {
        inside--;
      }
      NamedEntity first = firstOutside(candidate, limit, inside);
      if (first != null) {
        return first;
      }
    }
    return q > 0 && paragraphOf(q - 1) >= paragraph - 1 ? found.get(q - 1).speaker() : null;
  }

  /** The first person named in a sentence outside of quotations; {@code inside} is the last one. */
  private @Nullable NamedEntity firstOutside(Sentence candidate, int limit, int inside) {
    int from = Math.max(candidate.firstToken(), limit - NEAR);
    int first = inside;
    while (first >= 0 && quotations.get(first).close() >= from) {
      first--;
    }
    int end = Math.min(limit, candidate.endToken());
    for (int i = first + 1; i <= inside; i++) {
      NamedEntity person = people.firstIn(from, Math.min(end, quotations.get(i).open()));
      if (person != null) {
        return person;
      }
      from = Math.max(from, quotations.get(i).close() + 1);
    }
    return people.firstIn(from, end);
  }

  private @Nullable NamedEntity goesOn(int q) {
    Sentence own = sentences.get(sentence);
    if (own.firstToken() != quotations.get(q).open() || sentence == 0) {
      return null;
    }
    Sentence before = sentences.get(sentence - 1);
    boolean quoted = q > 0 && quotations.get(q - 1).close() >= before.firstToken();
    if (before.paragraph() == own.paragraph() && !quoted) {
      Attribution opening = reader.opening(before.firstToken(), before.endToken());
      if (opening.speaker() != null) {
        return opening.speaker();
      }
    }
    // A paragraph that starts with a quotation goes on with one that ended in a quotation.
    boolean goesOn = quoted && before.paragraph() != own.paragraph();
    return goesOn ? found.get(q - 1).speaker() : speaksOn(q);
  }

  /** A name after a dash: {@code “…” — Nadia Brook}. */
  private @Nullable NamedEntity signature(int dash, int paragraph) {
    if (dash + 1 >= body.tokens().size()
        || body.tokens().get(dash + 1).start() > body.paragraphs().get(paragraph).end()) {
      return null;
    }
    return switch (body.tokens().get(dash).text()) {
      case "-", "–", "—" -> people.at(dash + 1);
      default -> null;
    };
  }

  /** Who spoke before in the same paragraph, when nobody else is named in between. */
  private @Nullable NamedEntity speaksOn(int q) {
    if (q == 0 || paragraphOf(q - 1) != sentences.get(sentence).paragraph()) {
      return null;
    }
    NamedEntity speaker = found.get(q - 1).speaker();
    int end = quotations.get(q).open();
    // The rest of the sentence in which it was said may name anybody.
    int from = sentences.get(sentenceOf(quotations.get(q - 1).close())).endToken();
    if (end - from > NEAR) {
      return null;
    }
    for (int i = from; i < end; i++) {
      NamedEntity person = people.at(i);
      if (person != null && person != speaker && !SpeechWords.isLink(body.tokens().get(i - 1))) {
        return null;
      }
    }
    return speaker;
  }

  /** {@code He called it “…” and “…,” Brook said}. */
  private void shareInSentence() {
    for (int q = found.size() - 2; q >= 0; q--) {
      if (found.get(q).kind() == Attribution.Kind.NONE
          && sentenceOf(quotations.get(q).close()) == sentenceOf(quotations.get(q + 1).open())) {
        found.set(q, found.get(q + 1));
      }
    }
  }

  private static Attribution named(@Nullable NamedEntity speaker, Attribution otherwise) {
    return speaker == null ? otherwise : Attribution.to(speaker);
  }

  private int paragraphOf(int q) {
    return sentences.get(sentenceOf(quotations.get(q).close())).paragraph();
  }

  /** Index of the sentence that a token stands in. */
  private int sentenceOf(int token) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).endToken() > token) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
