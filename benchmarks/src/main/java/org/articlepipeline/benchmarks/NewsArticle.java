package org.articlepipeline.benchmarks;

import java.util.List;
import java.util.Random;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.PubStatus;

/**
 * An English article that means little, with the sentences of real ones: names that the generated
 * knowledge base has and names that it has not, surnames alone, quotations, numbers, headings.
 */
public final class NewsArticle {
  private static final List<String> SENTENCES =
      List.of(
          "{P} told reporters in {L} on Tuesday that the {n} would be {v} before the end of the year.",
          "“We have waited for this {n} for a very long time,” said {S}, who has led the {O} since 2011.",
          "The {O}, which employs some 3,400 people, declined to comment on the {n}.",
          "According to a report that was published by the {O} last week, the {n} has cost more than $12.5 million so far.",
          "{S} did not agree: the {n}, he wrote in a letter to the {O}, should never have been {v}.",
          "In {L}, where the old {n} was {v} in the winter of 1998, few people remember how it began.",
          "Critics say that the plan is too expensive, and that the {n} can wait.",
          "“Nobody asked us,” {S} said. “They came, they looked at the {n}, and they left again.”",
          "It was not clear on Monday whether the {n} would be {v} at all.",
          "The decision came after weeks of talks between {P}, a former minister, and the {O}.",
          "Two of the seven members voted against it; {P} was one of them.",
          "About 60 percent of those who were asked in {L} want the {n} to be {v}, a survey found.",
          "He has worked for the {O} and, more recently, for a small company near {L}.",
          "“If the {n} is {v}, then there is hope for the whole region,” {P} said in an interview.",
          "Neither {S} nor the {O} answered questions that were sent to them by e-mail.",
          "The U.S. and France, among others, have offered help with the {n}.",
          "Dr. {P} of the {O} studied the {n} for six years and calls it \"a lucky accident.\"",
          "Whether that is enough remains to be seen.",
          "For many in {L}, though, the {n} is more than that.",
          "{S}'s lawyers said they would appeal, and that the {n} must not be {v} until then.");
  private static final String[] NOUNS =
      "bridge harbour budget vaccine contract museum railway election verdict film strike river stadium merger"
          .split(" ");
  private static final String[] VERBS =
      "opened closed repaired approved rejected finished sold delayed published".split(" ");

  private final Random random;
  private int person;

  private NewsArticle(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @param length of the body in characters, at most a sentence more
   */
  public static Article of(int length, long seed) {
    var writer = new NewsArticle(seed);
    return Article.newBuilder()
        .setUri("urn:bench:article:" + seed)
        .setRevision(1)
        .setSource("bench")
        .setPubStatus(PubStatus.USABLE)
        .setHeadline(writer.filled("{P} wants the {n} in {L} to be {v}"))
        .setBody(writer.body(length))
        .setSubmittedAt(Submissions.NOW)
        .setIngestedAt(Submissions.NOW)
        .build();
  }

  private String body(int length) {
    var body = new StringBuilder(length + 300);
    int paragraph = 3;
    while (body.length() < length) {
      body.append(filled(SENTENCES.get(random.nextInt(SENTENCES.size()))));
      boolean last = --paragraph == 0;
      body.append(last ? "\n\n" : " ");
      paragraph = last ? 1 + random.nextInt(4) : paragraph;
    }
    return body.toString().strip();
  }

  private String filled(String sentence) {
    var text = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (c == '{') {
        text.append(word(sentence.charAt(i + 1)));
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private String word(char kind) {
    return switch (kind) {
      case 'P' -> Names.person(person = number() / 5 * 5 + 2);
      case 'S' -> Names.surname(person / 3);
      case 'O' -> Names.organisation(number() / 5 * 5);
      case 'L' -> Names.place(number() / 5 * 5 + 1);
      case 'n' -> NOUNS[random.nextInt(NOUNS.length)];
      case 'v' -> VERBS[random.nextInt(VERBS.length)];
      default -> throw new IllegalArgumentException("no kind of word: " + kind);
    };
  }

  /** Half are among the first names of the knowledge base, half far beyond. */
  private int number() {
    return random.nextInt(30_000) + (random.nextBoolean() ? 0 : 2_000_000);
  }
}
