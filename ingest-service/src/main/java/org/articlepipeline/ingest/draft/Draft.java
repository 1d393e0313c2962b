package org.articlepipeline.ingest.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.articlepipeline.ingest.text.Origin;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way through clean-up: what the submission states, what its page told, and the
 * lines that may still be the text. Immutable; each rule of clean-up returns a changed copy.
 *
 * @param metadata what the page says of the article
 * @param lines the text from top to bottom; "" separates paragraphs. A decoder of marked-up formats
 *     gives one line for each paragraph and a blank one between; a line never holds a line break
 * @param removals what rules took out of {@code lines}, in the order in which they did
 * @param notes for the CMS, in its receipt: what had to be guessed
 * @param origin where the text comes from, as the submission tells
 */
public record Draft(
    @Nullable String headline,
    @Nullable String language,
    PageMetadata metadata,
    Particulars particulars,
    List<String> lines,
    List<Removal> removals,
    List<String> notes,
    Origin origin) {

  public Draft {
    lines = List.copyOf(lines);
    removals = List.copyOf(removals);
    notes = List.copyOf(notes);
  }

  /** As a decoder gives it: of its origin the submission tells. */
  public Draft(
      @Nullable String headline,
      @Nullable String language,
      PageMetadata metadata,
      Particulars particulars,
      List<String> lines,
      List<Removal> removals) {
    this(headline, language, metadata, particulars, lines, removals, List.of(), Origin.NONE);
  }

  public static Draft of(List<String> lines) {
    return new Draft(null, null, PageMetadata.NONE, Particulars.NONE, lines, List.of());
  }

  public @Nullable Instant published() {
    return metadata.published();
  }

  public @Nullable Instant modified() {
    return metadata.modified();
  }

  public @Nullable String byline() {
    return metadata.byline();
  }

  public List<String> sections() {
    return metadata.sections();
  }

  public List<String> keywords() {
    return metadata.keywords();
  }

  public Draft withHeadline(String newHeadline) {
    return new Draft(newHeadline, language, metadata, particulars, lines, removals, notes, origin);
  }

  public Draft withLines(List<String> newLines) {
    return with(metadata, newLines, removals, notes);
  }

  public Draft withNote(String note) {
    return with(metadata, lines, removals, Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  public Draft withOrigin(Origin newOrigin) {
    return new Draft(headline, language, metadata, particulars, lines, removals, notes, newOrigin);
  }

  /** With other dates, null where it has none. */
  Draft withDates(@Nullable Instant published, @Nullable Instant modified) {
    return with(metadata.withDates(published, modified), lines, removals, notes);
  }

  /**
   * What a line of metadata told. What is known already stays: the first evidence is the better.
   */
  public Draft harvested(PageMetadata found) {
    return with(metadata.or(found), lines, removals, notes);
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
    return kept.size() == lines.size() ? this : with(metadata, kept, removed, notes);
  }

  private Draft with(
      PageMetadata newMetadata,
      List<String> newLines,
      List<Removal> newRemovals,
      List<String> newNotes) {
    return new Draft(
        headline, language, newMetadata, particulars, newLines, newRemovals, newNotes, origin);
  }

  /** Whether anything is left to read. */
  public boolean hasText() {
    return lines.stream().anyMatch(line -> !line.isBlank());
  }
}
