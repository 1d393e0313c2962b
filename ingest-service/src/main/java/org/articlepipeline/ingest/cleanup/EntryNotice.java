package org.articlepipeline.ingest.cleanup;

import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.PhraseTable;
import org.articlepipeline.ingest.text.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * "This entry was posted in News and tagged harbour, bridges by admin. Bookmark the permalink.":
 * the sentence under a WordPress article, as the cells of a line of metadata.
 */
final class EntryNotice {

  private static final int MAX_LENGTH = 400;

  private static final Phrases<Boolean> OPENERS = new Phrases<>();

  /** Before the next fact. */
  private static final Pattern AND =
      Pattern.compile(
          "(?: (?:and|und|et|y|e|en|i)|,) (?=(?:is |was )?(?:tagged|filed|posted|mit|verschlagwortet|marqu|\u00E9tiquet|avec|etiquetad|marcad|contrassegnat|getag|met|oznaczon))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY =
      Pattern.compile(
          " (?=(?:by|von|par|por|da|door|przez) \\S{1,40}(?: \\S{1,40}){0,3}(?:$| \\|))");

  /** What German and Dutch put last, and what no label starts with. */
  private static final Pattern REST =
      Pattern.compile(
          " (?:abgelegt|verschlagwortet|ver\u00F6ffentlicht|gepostet|geplaatst)(?= ?\\||$)|(?<=^|\\| )(?:is|was) ");

  static {
    PhraseTable.read("labels.txt").all("notice").forEach(p -> OPENERS.add(p, Boolean.TRUE));
  }

  private EntryNotice() {}

  /** Null when a line is no such sentence. */
  static @Nullable String cells(String line) {
    if (line.length() > MAX_LENGTH || "TDCEQ".indexOf(line.charAt(0)) < 0) {
      return null;
    }
    LineWords words = LineWords.of(line);
    Phrases.Match<Boolean> opener = OPENERS.longest(words, 0);
    if (opener == null) {
      return null;
    }
    String said = line.substring(words.ends().get(opener.words() - 1)).strip();
    int stop = said.indexOf(". ");
    String first = stop < 0 ? said.replaceFirst("\\.$", "") : said.substring(0, stop);
    String cells = BY.matcher(AND.matcher(first).replaceAll(" | ")).replaceAll(" | ");
    return REST.matcher(cells).replaceAll("").replace("| mit ", "| verschlagwortet mit ");
  }
}
