package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.BylinePart;
import org.articlepipeline.ingest.text.DayChoice;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What one of the first lines of a text may be, looked at alone.
 *
 * @param harvest what it tells if it is metadata; null when it tells nothing
 */
record TopLine(int index, Kind kind, MetadataLine.@Nullable Harvest harvest) {

  enum Kind {
    /** Metadata by itself. */
    METADATA,
    /** A date alone. */
    DATE,
    /** A date among words. */
    LOOSE_DATE,
    /** "By Jane Doe": taken by a step of its own, but here it proves its neighbours. */
    BYLINE,
    /** A counter, a role, a name or a section: metadata beside a date or a byline only. */
    COUNTER,
    SECTION,
    NAME,
    TEXT
  }

  private static final int MAX_SECTION_WORDS = 5;

  static TopLine of(int index, String line, DayChoice days) {
    MetadataLine.Harvest harvest = MetadataLine.parse(line, days);
    if (harvest != null) {
      Kind kind =
          switch (harvest.evidence()) {
            case SURE -> Kind.METADATA;
            case BARE_DATE -> Kind.DATE;
            case LOOSE -> Kind.LOOSE_DATE;
            case COUNTER -> Kind.COUNTER;
          };
      return new TopLine(index, kind, harvest);
    }
    return new TopLine(index, wordKind(line), null);
  }

  /** A label on a line of its own: "Published". */
  static TopLine label(int index) {
    var nothing = new PageMetadata(null, null, null, List.of(), List.of());
    return new TopLine(
        index,
        Kind.METADATA,
        new MetadataLine.Harvest(nothing, 0.9, MetadataLine.Evidence.SURE, false));
  }

  /** What a label above tells of a line; null when it does not fit. */
  static @Nullable TopLine labelled(int index, String label, String value, DayChoice days) {
    String both = label.replace(":", "").strip() + ": " + value;
    MetadataLine.Harvest harvest = MetadataLine.parse(both, days);
    if (harvest == null && HarvestByline.isByline(both)) {
      String byline = Byline.parse(both).printed();
      var found = new PageMetadata(null, null, byline, List.of(), List.of());
      harvest = new MetadataLine.Harvest(found, 0.9, MetadataLine.Evidence.SURE, false);
    }
    return harvest == null || harvest.evidence() != MetadataLine.Evidence.SURE
        ? null
        : new TopLine(index, Kind.METADATA, harvest);
  }

  private static Kind wordKind(String line) {
    if (line.length() > 80 || Lines.endsSentence(line)) {
      return Kind.TEXT;
    }
    if (HarvestByline.isByline(line)) {
      return Kind.BYLINE;
    }
    if (Vocabulary.isSection(line) && LineWords.of(line).size() <= MAX_SECTION_WORDS) {
      return Kind.SECTION;
    }
    BylinePart part = BylinePart.of(line, false);
    return BylinePart.isFullName(line)
        ? Kind.NAME
        : part.understood() && part.name() == null ? Kind.COUNTER : Kind.TEXT;
  }

  boolean isDated() {
    return kind == Kind.DATE
        || kind == Kind.LOOSE_DATE
        || (harvest != null && harvest.metadata().published() != null);
  }

  /** Whether it makes metadata of its neighbours. */
  boolean isProof() {
    return isDated() || kind == Kind.BYLINE || kind == Kind.METADATA;
  }
}
