package org.articlepipeline.ingest.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.articlepipeline.ingest.cleanup.CleanupRule;
import org.articlepipeline.ingest.text.Origin;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way through clean-up: what the submission states, what its page told, and the
 * lines that may still be the text. Immutable; each {@link CleanupRule} returns a changed copy.
 *
 * @param published when the page says that the article was first published
 * @param lines the text from top to bottom; "" separates paragraphs. A decoder of marked-up formats
 *     gives one line for each paragraph and a blank one between; a line never holds a line break
 * @param removals what steps took out of {@code lines}, in the order in which they did
 * @param notes for the CMS, in its receipt: what had to be guessed
 * @param origin where the text comes from, as the submission tells
 */
public record Draft(
    @Nullable String headline,
    @Nullable String byline,
    List<String> sections,
    List<String> keywords,
    @Nullable String language,
    @Nullable Instant published,
    @Nullable Instant modified,
    Particulars particulars,
    List<String> lines,
    List<Removal> removals,
    List<String> notes,
    Origin origin) {

  public Draft {
    sections = List.copyOf(sections);
    keywords = List.copyOf(keywords);
    lines = List.copyOf(lines);
    removals = List.copyOf(removals);
    notes = List.copyOf(notes);
  }

  /** As a decoder gives it: of its origin the submission tells. */
  public Draft(
      @Nullable String headline,
      @Nullable String byline,
      List<String> sections,
      List<String> keywords,
      @Nullable String language,
      @Nullable Instant published,
      @Nullable Instant modified,
      Particulars particulars,
      List<String> lines,
      List<Removal> removals,
      List<String> notes) {
    this(
        headline,
        byline,
        sections,
        keywords,
        language,
        published,
        modified,
        particulars,
        lines,
        removals,
        notes,
        Origin.NONE);
  }

  public static Draft of(List<String> lines) {
    return new Draft(
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        Particulars.NONE,
        lines,
        List.of(),
        List.of());
  }

  public Draft withHeadline(String headline) {
    return with(headline, lines, removals, notes);
  }

  /**
   * What a line of metadata told. What is known already stays: the first evidence is the better.
   */
  public Draft harvested(PageMetadata found) {
    return new Draft(
        headline,
        byline == null ? found.byline() : byline,
        sections.isEmpty() ? found.sections() : sections,
        keywords.isEmpty() ? found.keywords() : keywords,
        language,
        published == null ? found.published() : published,
        modified == null ? found.modified() : modified,
        particulars,
        lines,
        removals,
        notes,
        origin);
  }

  public Draft withLines(List<String> lines) {
    return with(headline, lines, removals, notes);
  }

  public Draft withNote(String note) {
    return with(headline, lines, removals, Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /**
   * Takes the lines out for which {@code rule} gives a removal. One pass, however many there are.
   *
   * @param rule gets a line's index; null keeps the line
   */
  public Draft without(IntFunction<@Nullable Removal> rule) {
    var kept = new ArrayList<String>(lines.size());
    var removed = new ArrayList<>(removals);
    for (int i = 0; i < lines.size(); i++) {
      Removal removal = rule.apply(i);
      if (removal == null) {
        kept.add(lines.get(i));
      } else {
        removed.add(removal);
      }
    }
    return kept.size() == lines.size() ? this : with(headline, kept, removed, notes);
  }

  private Draft with(
      @Nullable String headline, List<String> lines, List<Removal> removals, List<String> notes) {
    return new Draft(
        headline,
        byline,
        sections,
        keywords,
        language,
        published,
        modified,
        particulars,
        lines,
        removals,
        notes,
        origin);
  }

  public Draft withOrigin(Origin newOrigin) {
    return new Draft(
        headline,
        byline,
        sections,
        keywords,
        language,
        published,
        modified,
        particulars,
        lines,
        removals,
        notes,
        newOrigin);
  }

  /** With other dates, null where it has none. */
  Draft withDates(@Nullable Instant newPublished, @Nullable Instant newModified) {
    return new Draft(
        headline,
        byline,
        sections,
        keywords,
        language,
        newPublished,
        newModified,
        particulars,
        lines,
        removals,
        notes,
        origin);
  }

  /** Whether anything is left to read. */
  public boolean hasText() {
    return lines.stream().anyMatch(line -> !line.isBlank());
  }
}
