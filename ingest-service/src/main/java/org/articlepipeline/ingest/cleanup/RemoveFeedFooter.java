package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Headline;
import org.articlepipeline.schemas.Removal;

/**
 * "The post HEADLINE appeared first on SITE.": the last line that feeds give to each of their
 * articles, in any language. It is known by the whole headline and a few words more; a sentence of
 * the article never says its headline again word for word.
 */
final class RemoveFeedFooter implements CleanupRule {

  /** In UTF-16 units, without punctuation: a shorter headline may be a phrase of the text. */
  private static final int MIN_HEADLINE = 15;

  private static final int MIN_MORE = 8;
  private static final int MAX_MORE = 100;

  @Override
  public String name() {
    return "feed-footer";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    int last = lines.size() - 1;
    while (last >= 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last < 1 || draft.headline() == null || !isFooter(lines.get(last), draft.headline())) {
      return draft;
    }
    int at = last;
    return draft.without(i -> i == at ? new Removal(lines.get(at), name(), 0.9) : null);
  }

  private static boolean isFooter(String line, String headline) {
    if (line.length() > Headline.MAX_LENGTH + 2 * MAX_MORE
        || headline.length() > Headline.MAX_LENGTH) {
      return false;
    }
    String words = Headline.words(headline);
    String said = Headline.words(line);
    int more = said.length() - words.length();
    return words.length() >= MIN_HEADLINE
        && more >= MIN_MORE
        && more <= MAX_MORE
        && said.contains(" " + words + " ");
  }
}
