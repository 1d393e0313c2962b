package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.DayChoice;
import org.articlepipeline.ingest.text.Headline;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.MetadataLabels;
import org.articlepipeline.ingest.text.Names;
import org.articlepipeline.schemas.Removal;

/**
 * Takes dates, authors, sections and keywords from the lines of metadata near the top and the
 * bottom of a text, and the lines out of it. In the middle of a text the same words may be the
 * author's.
 */
final class HarvestMetadataLines implements CleanupRule {

  /** Lines that are not blank, from either end. */
  private static final int REACH = 8;

  /** "Text: Jane Doe" stands at the very end. */
  private static final int LAST_LINES = 4;

  /** A date alone is the article's only just below its headline. */
  private static final int DATE_REACH = 4;

  @Override
  public String name() {
    return "metadata-line";
  }

  @Override
  public Draft apply(Draft draft) {
    var days = new DayChoice(draft.origin(), draft.lines());
    Map<Integer, Removal> removals = new HashMap<>();
    Draft harvested = harvestTop(draft, days, removals);
    harvested = harvestBottom(draft, harvested, days, removals);
    return harvested.without(removals::get);
  }

  private Draft harvestTop(Draft draft, DayChoice days, Map<Integer, Removal> removals) {
    List<TopLine> top = top(draft, days);
    Draft result = draft;
    int from = 0;
    while (from < top.size()) {
      int to = from;
      while (to < top.size() && top.get(to).kind() != TopLine.Kind.TEXT) {
        to++;
      }
      var run = new TopRun(top, from, to, draft);
      for (TopLine line : run.metadata(result.published() != null)) {
        result = take(result, line, draft.lines().get(line.index()), removals);
      }
      from = Math.max(to, from + 1);
    }
    return result;
  }

  private static List<TopLine> top(Draft draft, DayChoice days) {
    List<String> lines = draft.lines();
    var top = new ArrayList<TopLine>();
    for (int i = 0; i < lines.size() && top.size() < REACH; i++) {
      if (lines.get(i).isEmpty()) {
        continue;
      }
      int next = MetadataLabels.isLabel(lines.get(i)) ? next(lines, i) : -1;
      TopLine value = next < 0 ? null : TopLine.labelled(next, lines.get(i), lines.get(next), days);
      if (value == null) {
        top.add(TopLine.of(i, lines.get(i), days));
      } else {
        top.add(TopLine.label(i));
        top.add(value);
        i = next;
      }
    }
    return top;
  }

  /** The next line that is not blank; -1 behind the last. */
  private static int next(List<String> lines, int line) {
    for (int i = line + 1; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private Draft harvestBottom(
      Draft draft, Draft harvested, DayChoice days, Map<Integer, Removal> removals) {
    Draft result = harvested;
    int seen = 0;
    for (int i = draft.lines().size() - 1; i > 0 && seen < REACH; i--) {
      String line = draft.lines().get(i);
      if (line.isEmpty()) {
        continue;
      }
      seen++;
      MetadataLine.Harvest found = removals.containsKey(i) ? null : MetadataLine.parse(line, days);
      if (found != null && found.evidence() == MetadataLine.Evidence.SURE) {
        result = take(result, new TopLine(i, TopLine.Kind.METADATA, found), line, removals);
      } else if (seen <= LAST_LINES
          && found == null
          && line.indexOf(':') > 0
          && HarvestByline.isByline(line)) {
        result = take(result, new TopLine(i, TopLine.Kind.BYLINE, null), line, removals);
      }
    }
    return result;
  }

  private Draft take(Draft draft, TopLine line, String text, Map<Integer, Removal> removals) {
    MetadataLine.Harvest harvest = line.harvest();
    removals.put(
        line.index(), new Removal(text, name(), harvest == null ? 0.8 : harvest.confidence()));
    if (harvest == null) {
      return draft.harvested(ofWords(line.kind(), text));
    }
    Draft result = draft.harvested(harvest.metadata());
    return harvest.unclear()
        ? result.withNote(
            "The date in '%s' can be read in two ways and was left out. Send contentCreated, url, or the language with its country."
                .formatted(text.length() > 80 ? text.substring(0, 80) : text))
        : result;
  }

  private static PageMetadata ofWords(TopLine.Kind kind, String text) {
    List<String> sections = new ArrayList<>();
    if (kind == TopLine.Kind.SECTION) {
      Names.addAll(sections, text);
    }
    String byline =
        switch (kind) {
          case NAME -> text;
          case BYLINE -> Byline.parse(text).printed();
          default -> null;
        };
    return new PageMetadata(null, null, byline, sections, List.of());
  }

  /** Neighbours among the first lines, none of which is surely text. */
  private record TopRun(List<TopLine> top, int from, int to, Draft draft) {

    /** Those that are metadata, by themselves or because of the others. */
    List<TopLine> metadata(boolean hasDate) {
      boolean proven = lines().stream().anyMatch(TopLine::isProof);
      var metadata = new ArrayList<TopLine>();
      for (int at = from; at < to; at++) {
        TopLine line = top.get(at);
        boolean taken =
            switch (line.kind()) {
              case METADATA -> true;
              case DATE -> at < DATE_REACH && !hasDate;
              case LOOSE_DATE -> at > 0 && at < DATE_REACH && !hasDate;
              case COUNTER -> at > 0 && proven;
              case SECTION -> proven && (at > 0 || isAboveHeadline());
              case NAME -> at > 0 && isBesideDate(at);
              case BYLINE -> from == 0 && isAboveHeadline();
              case TEXT -> false;
            };
        if (taken) {
          metadata.add(line);
        }
      }
      return metadata;
    }

    private List<TopLine> lines() {
      return top.subList(from, to);
    }

    private boolean isBesideDate(int at) {
      return (at > from && top.get(at - 1).isDated()) || (at + 1 < to && top.get(at + 1).isDated());
    }

    /** Whether what follows the run reads like a headline with a text below. */
    private boolean isAboveHeadline() {
      if (to + 1 >= top.size()) {
        return false;
      }
      String next = draft.lines().get(top.get(to).index());
      return draft.headline() == null
          && next.length() <= Headline.MAX_LENGTH
          && !Lines.endsSentence(next)
          && Lines.isParagraph(draft.lines().get(top.get(to + 1).index()));
    }
  }
}
