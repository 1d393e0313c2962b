package org.articlepipeline.enrich.entities;

import java.util.List;
import java.util.Locale;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.EntityType;

/**
 * How much an article is about something, 0 to 1: whether the headline names it, whether the first
 * paragraph does, how often the body does and in how many paragraphs, measured against the one
 * named most. A sentence's subject counts more, who took a picture not at all; the publisher, who
 * is named for other reasons, and a place, which mostly is where something happens, weigh less.
 */
final class Salience {
  private static final double HEADLINE = 0.35;
  private static final double LEAD = 0.2;
  private static final double FREQUENCY = 0.3;
  private static final double SPREAD = 0.15;
  private static final double SUBJECT = 1.5;
  private static final double PLACE = 0.9;
  private static final double PUBLISHER = 0.5;

  /** Shorter first paragraphs are dates, captions and the like. */
  private static final int SHORTEST_LEAD = 12;

  private final AnalysedText body;
  private final int lead;
  private final String publisher;
  private double most;
  private int widest;

  private Salience(Analysis analysis) {
    body = analysis.body();
    lead = lead(body);
    publisher = PublisherRule.site(analysis.article().getUrl());
  }

  /** The first paragraph that says something. */
  private static int lead(AnalysedText body) {
    int paragraph = 0;
    int words = 0;
    for (Sentence sentence : body.sentences()) {
      if (sentence.paragraph() != paragraph) {
        paragraph = sentence.paragraph();
        words = 0;
      }
      for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
        words += body.tokens().get(i).isWord() ? 1 : 0;
      }
      if (words >= SHORTEST_LEAD) {
        return paragraph;
      }
    }
    return 0;
  }

  /** A measure for one article, in which these are named. */
  static Salience in(Analysis analysis, List<RecognizedEntity> entities) {
    Salience salience = new Salience(analysis);
    for (RecognizedEntity entity : entities) {
      Weight weight = salience.weigh(entity);
      salience.most = Math.max(salience.most, weight.mentions());
      salience.widest = Math.max(salience.widest, weight.paragraphs());
    }
    return salience;
  }

  double of(RecognizedEntity entity) {
    Weight weight = weigh(entity);
    double salience = entity.inHeadline().isEmpty() ? 0 : HEADLINE;
    if (weight.mentions() > 0) {
      salience += weight.inLead() ? LEAD : 0;
      salience += FREQUENCY * weight.mentions() / most;
      salience += SPREAD * weight.paragraphs() / widest;
    }
    salience *= entity.type() == EntityType.PLACE ? PLACE : 1;
    salience *= isPublisher(entity) ? PUBLISHER : 1;
    return Math.round(salience * 1000) / 1000.0;
  }

  /**
   * @param mentions how many, subjects counting more
   * @param paragraphs how many have one
   */
  private record Weight(double mentions, int paragraphs, boolean inLead) {}

  private Weight weigh(RecognizedEntity entity) {
    double mentions = 0;
    int paragraphs = 0;
    boolean inLead = false;
    int last = -1;
    for (Span span : entity.inBody()) {
      int token = tokenAt(span.start());
      Sentence sentence = sentenceAt(token);
      if (!isCredit(token)) {
        mentions += isSubject(sentence, token) ? SUBJECT : 1;
        paragraphs += sentence.paragraph() == last ? 0 : 1;
        inLead |= sentence.paragraph() == lead;
        last = sentence.paragraph();
      }
    }
    return new Weight(mentions, paragraphs, inLead);
  }

  /** The sentence starts with it, maybe behind a sign or a title. */
  private static boolean isSubject(Sentence sentence, int token) {
    return token - sentence.firstToken() < 2;
  }

  private boolean isCredit(int token) {
    if (token < 2) {
      return false;
    }
    Token before = body.tokens().get(token - 1);
    return (before.text().equals(":") || before.text().equals("by"))
        && NameWords.CREDITS.contains(body.tokens().get(token - 2).text().toLowerCase(Locale.ROOT));
  }

  private boolean isPublisher(RecognizedEntity entity) {
    String name = entity.name().toLowerCase(Locale.ROOT).replace(" ", "");
    return !publisher.isEmpty() && (name.equals(publisher) || name.equals("the" + publisher));
  }

  private int tokenAt(int start) {
    int low = 0;
    int high = body.tokens().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (body.tokens().get(middle).end() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Sentence sentenceAt(int token) {
    int low = 0;
    int high = body.sentences().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (body.sentences().get(middle).endToken() <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return body.sentences().get(low);
  }
}
