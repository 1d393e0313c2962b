package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.articlepipeline.enrich.metadata.Attribution.Kind;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What is quoted in the body, without the outer marks, and in English who said it: the canonical
 * name of a person or organisation that the entities step found.
 *
 * <p>A few words between marks are a title or an irony, not a quote: {@value #MIN_WORDS} are asked
 * for, {@value #MIN_ATTRIBUTED} of a clause with its comma or full stop where somebody is said to
 * have said them.
 */
public final class QuotesStep implements EnrichmentStep {
  private static final int MIN_WORDS = 5;
  private static final int MIN_ATTRIBUTED = 3;

  /** Han and kana characters that weigh as much as a word. */
  private static final int IDEOGRAPHS_PER_WORD = 2;

  @Override
  public String name() {
    return "quotes";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    AnalysedText body = analysis.body();
    List<Quotation> quotations = QuotationScanner.scan(body);
    List<Attribution> said =
        LanguageCode.isEnglish(result.getLanguage())
            ? Speakers.of(body, quotations, result)
            : Collections.nCopies(quotations.size(), Attribution.NONE);
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < quotations.size(); i++) {
      if (isQuote(body.tokens(), quotations.get(i), said.get(i))) {
        quotes.add(quote(body, quotations.get(i), said.get(i).speaker()));
      }
    }
    result.setQuotes(quotes);
  }

  private static Quote quote(
      AnalysedText body, Quotation quotation, @Nullable NamedEntity speaker) {
    int start = body.tokens().get(quotation.open() + 1).start();
    int end = body.tokens().get(quotation.close() - 1).end();
    return Quote.newBuilder()
        .setText(body.text().substring(start, end))
        .setSpeaker(speaker == null ? null : speaker.getName())
        .setStart(start)
        .setEnd(end)
        .build();
  }

  private static boolean isQuote(List<Token> tokens, Quotation quotation, Attribution said) {
    int words = 0;
    int ideographs = 0;
    boolean title = true;
    for (Token token : tokens.subList(quotation.open() + 1, quotation.close())) {
      switch (token.kind()) {
        case WORD -> {
          words++;
          title &= token.startsUpperCase() || token.text().length() < 4;
        }
        case NUMBER -> words++;
        case IDEOGRAPH -> ideographs++;
        case POSSESSIVE, SIGN -> {}
      }
    }
    words += ideographs / IDEOGRAPHS_PER_WORD;
    boolean isTitle = title && ideographs == 0;
    if (words >= MIN_WORDS) {
      return !isTitle || said.kind() != Kind.NONE;
    }
    boolean whole = tokens.get(quotation.close() - 1).kind() == Token.Kind.SIGN;
    return words >= MIN_ATTRIBUTED && !isTitle && said.kind() != Kind.NONE && whole;
  }
}
