package org.articlepipeline.ingest.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page, or a line of it, says of its article. */
public record PageMetadata(
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable String byline,
    List<String> sections,
    List<String> keywords) {

  static final PageMetadata NONE = new PageMetadata(null, null, null, List.of(), List.of());

  public PageMetadata {
    sections = List.copyOf(sections);
    keywords = List.copyOf(keywords);
  }

  /** What is known here stays: the first evidence is the better. */
  PageMetadata or(PageMetadata found) {
    return new PageMetadata(
        published == null ? found.published : published,
        modified == null ? found.modified : modified,
        byline == null ? found.byline : byline,
        sections.isEmpty() ? found.sections : sections,
        keywords.isEmpty() ? found.keywords : keywords);
  }

  /** Null where there is none. */
  PageMetadata withDates(@Nullable Instant newPublished, @Nullable Instant newModified) {
    return new PageMetadata(newPublished, newModified, byline, sections, keywords);
  }
}
