package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.Headline;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.Vocabulary;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what stands above the headline: the name of a section, which the article gets, and the
 * name of the site, when the page's notice of rights or its address repeats it. Only above a line
 * that reads like a headline, and only where the CMS gave none.
 */
final class RemoveKickers implements CleanupRule {

  private static final int MAX_WORDS = 4;
  private static final int MIN_HEADLINE_WORDS = 3;
  private static final double CONFIDENCE = 0.85;

  @Override
  public String name() {
    return "kicker";
  }

  @Override
  public Draft apply(Draft draft) {
    if (draft.headline() != null) {
      return draft;
    }
    List<Integer> first = firstLines(draft.lines());
    Set<Integer> kickers = new HashSet<>();
    List<String> sections = new ArrayList<>();
    for (int at = 0; at + 2 < first.size(); at++) {
      String line = draft.lines().get(first.get(at));
      boolean section = isShort(line) && Vocabulary.isSection(line);
      if (!section && !(isShort(line) && isSite(line, draft))) {
        break;
      }
      if (section) {
        sections.add(line);
      }
      kickers.add(first.get(at));
    }
    int headline = kickers.size();
    return kickers.isEmpty() || !readsLikeHeadline(draft.lines().get(first.get(headline)))
        ? draft
        : draft
            .harvested(new PageMetadata(null, null, null, sections, List.of()))
            .without(
                i ->
                    kickers.contains(i)
                        ? new Removal(draft.lines().get(i), name(), CONFIDENCE)
                        : null);
  }

  /** Two names, the headline, and what proves that there is a text. */
  private static List<Integer> firstLines(List<String> lines) {
    var first = new ArrayList<Integer>();
    for (int i = 0; i < lines.size() && first.size() < 4; i++) {
      if (!lines.get(i).isBlank()) {
        first.add(i);
      }
    }
    return first;
  }

  private static boolean isShort(String line) {
    return line.length() <= 60 && LineWords.of(line).size() <= MAX_WORDS;
  }

  private static boolean isSite(String line, Draft draft) {
    String words = Headline.words(line);
    return !words.isEmpty()
        && (draft.removals().stream()
                .filter(r -> r.getRule().equals("copyright"))
                .anyMatch(r -> (Headline.words(r.getText()) + " ").contains(" " + words + " "))
            || isHost(words, draft.origin().url()));
  }

  /** "The Harbour Gazette" of "https://www.harbourgazette.example/2023/ferry". */
  private static boolean isHost(String words, @Nullable String url) {
    if (url == null) {
      return false;
    }
    String[] parts = url.split("/", 4);
    List<String> host = parts.length > 2 ? List.of(parts[2].split("[.:]")) : List.of();
    return host.contains(words.replaceFirst("^the ", "").replace(" ", ""))
        || host.contains(words.replace(" ", ""));
  }

  private static boolean readsLikeHeadline(String line) {
    return line.length() <= Headline.MAX_LENGTH
        && !Lines.isParagraph(line)
        && LineWords.of(line).size() >= MIN_HEADLINE_WORDS;
  }
}
