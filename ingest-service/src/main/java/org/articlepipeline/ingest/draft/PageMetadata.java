package org.articlepipeline.ingest.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of metadata says of its article. */
public record PageMetadata(
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable String byline,
    List<String> sections,
    List<String> keywords) {}
