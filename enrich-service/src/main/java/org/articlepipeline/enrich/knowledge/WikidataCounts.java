package org.articlepipeline.enrich.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many items of a dump were read, and how many skipped, and why. */
public final class WikidataCounts {
  /** Why an item is skipped. */
  public enum Skip {
    NO_ITEM("no items (properties, lexemes)"),
    OTHER_CLASS("of other classes"),
    NO_NAME("without a name in this language");

    private final String text;

    Skip(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
  private final Map<String, Long> otherClasses = new HashMap<>();
  private long read;

  void read() {
    read++;
  }

  void skip(Skip why) {
    skipped.merge(why, 1L, Long::sum);
  }

  void otherClasses(Collection<String> ids) {
    ids.forEach(id -> otherClasses.merge(id, 1L, Long::sum));
  }

  /** How many became entities. */
  public long entities() {
    return read;
  }

  /** Only reasons that occurred. */
  public Map<Skip, Long> skipped() {
    return new EnumMap<>(skipped);
  }

  /** The classes that most of the skipped items are of, the most frequent first. */
  public List<String> mostOtherClasses(int limit) {
    return otherClasses.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
