package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;

/**
 * A name of which the text says that it is an organisation's: {@code Seawatch, a small charity},
 * {@code the charity Seawatch}, {@code a charity called Seawatch}, {@code chairman of Seawatch},
 * {@code Seawatch's shareholders}.
 */
final class OrganisationContextRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int LONGEST_PHRASE = 5;
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "one");
  private static final Set<String> CALLED = Set.of("called", "named", "dubbed");

  private static final Set<String> OF = Set.of("of", "for");

  /** Behind the last word of "a small charity". */
  private static final Set<String> ENDS =
      Set.of(
          "that",
          "which",
          "whose",
          "in",
          "for",
          "based",
          "with",
          "at",
          "on",
          "to",
          "from",
          "founded",
          "owned",
          "run",
          "set",
          "where",
          "and",
          "called",
          "known",
          "specializing",
          "specialising",
          "headquartered",
          "behind",
          "backed");

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    Reader reader = new Reader(text, new NamesAt(text, names));
    for (int i = 0; i < text.size(); i++) {
      reader.read(i);
    }
    return RuledNames.of(text, names, reader.found());
  }

  private static final class Reader {
    private final ArticleText text;
    private final NamesAt names;
    private final List<NameMention> found = new ArrayList<>();

    Reader(ArticleText text, NamesAt names) {
      this.text = text;
      this.names = names;
    }

    void read(int i) {
      int end = text.sentenceEnd(i);
      String word = text.word(i);
      if (i + 1 >= end) {
        return;
      }
      if (ContextWords.ORGANISATION_KINDS.contains(word) && text.token(i).text().equals(word)) {
        readKind(i, end);
      } else if (ContextWords.ORGANISATION_ROLES.contains(word) && i + 2 < end) {
        String link = text.word(i + 1);
        if (link.equals("of") || link.equals("at") || link.equals("for")) {
          startsAt(afterThe(i + 2), end);
        }
      } else if (text.token(i).kind() == Kind.POSSESSIVE && owns(i + 1, end)) {
        endsAt(i);
      }
    }

    private boolean owns(int i, int end) {
      String word = text.word(i);
      return word.equals("chief")
          ? i + 1 < end
              && (text.word(i + 1).equals("executive") || text.word(i + 1).equals("financial"))
          : ContextWords.ORGANISATION_HAS.contains(word);
    }

    private void readKind(int i, int end) {
      String next = text.word(i + 1);
      String sign = text.token(i + 1).text();
      int article = article(i);
      if (CALLED.contains(next) && i + 2 < end) {
        startsAt(afterThe(i + 2), end);
      } else if (article >= 0 && ContextWords.ORGANISATION_KINDS_BEFORE.contains(word(i))) {
        startsAt(i + 1, end);
      }
      boolean closes = ",.;)(".contains(sign) || ENDS.contains(next);
      if (article > 0 && closes && text.token(article - 1).text().equals(",")) {
        endsAt(article - 1);
      }
      if (article >= 0 && !text.word(article).equals("the") && sign.equals(",") && i + 2 < end) {
        int first = afterThe(i + 2);
        int last = names.end(first);
        if (last > first && last < end && ",.;".contains(text.token(last).text())) {
          startsAt(first, end);
        }
      }
    }

    private String word(int i) {
      return text.word(i);
    }

    /** The article that "a small charity" begins with, or -1. */
    private int article(int noun) {
      int from = Math.max(text.sentenceStart(noun), noun - LONGEST_PHRASE);
      for (int i = noun - 1; i >= from; i--) {
        if (ARTICLES.contains(text.word(i))) {
          return i;
        }
        if (text.word(i).isEmpty() && !text.token(i).text().equals("-")) {
          return -1;
        }
      }
      return -1;
    }

    private int afterThe(int i) {
      return i < text.size() && text.word(i).equals("the") ? i + 1 : i;
    }

    private void startsAt(int first, int sentenceEnd) {
      int end = first < sentenceEnd ? names.end(first) : first;
      // Else only the start of a longer name: the Section of the Society.
      if (end >= sentenceEnd || !OF.contains(text.word(end))) {
        add(first, end);
      }
    }

    private void endsAt(int end) {
      add(names.start(end), end);
    }

    private void add(int first, int end) {
      if (first < end && names.mayBe(first, end, EntityType.ORGANISATION)) {
        found.add(NameMention.of(first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE));
      }
    }

    List<NameMention> found() {
      found.sort(Comparator.comparingInt(NameMention::first));
      List<NameMention> apart = new ArrayList<>(found.size());
      for (NameMention name : found) {
        if (apart.isEmpty() || apart.getLast().end() <= name.first()) {
          apart.add(name);
        }
      }
      return apart;
    }
  }
}
