package org.articlepipeline.enrich.entities;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Finds the name that stands at a position, or what may be one: a run of capitals. */
final class NamesAt {
  private static final double SURE = 0.8;
  private static final double SURE_OF_PERSON = 0.6;

  private final ArticleText text;
  private final List<NameMention> names;
  private final int[] at;
  private final Set<String> surnames;

  NamesAt(ArticleText text, List<NameMention> names) {
    this.text = text;
    this.names = names;
    this.surnames = SurnameRule.of(text, names);
    at = new int[text.size()];
    Arrays.fill(at, -1);
    for (int i = 0; i < names.size(); i++) {
      Arrays.fill(at, names.get(i).first(), names.get(i).end(), i);
    }
  }

  @Nullable NameMention name(int position) {
    return position < 0 || position >= at.length || at[position] < 0
        ? null
        : names.get(at[position]);
  }

  /** One past the last word of the name that starts here; {@code first} when there is none. */
  int end(int first) {
    if (first >= at.length || first < 0) {
      return first;
    }
    NameMention name = name(first);
    if (name != null) {
      return name.first() == first ? name.end() : first;
    }
    int limit = Capitals.end(text, first);
    int end = first;
    while (end < limit && at[end] < 0) {
      end++;
    }
    // Part of a longer name.
    return end < limit ? first : end;
  }

  /** The first word of the name that ends before this position; {@code end} when there is none. */
  int start(int end) {
    if (end <= 0) {
      return end;
    }
    NameMention name = name(end - 1);
    if (name != null) {
      return name.end() == end ? name.first() : end;
    }
    int limit = Capitals.start(text, end);
    int first = end;
    while (first > limit && at[first - 1] < 0) {
      first--;
    }
    return first > limit ? end : first;
  }

  /** Whether nothing that is known or nearly sure speaks against this type. */
  boolean mayBe(int first, int end, EntityType type) {
    NameMention name = name(first);
    if (name == null) {
      return end - first > 1 || !surnames.contains(text.word(first));
    }
    if (name.known() != null || name.type() == type) {
      return name.type() == type;
    }
    if (name.type() == EntityType.PERSON) {
      return name.length() > 1
          ? name.confidence() < SURE_OF_PERSON
          : name.confidence() < SURE && !surnames.contains(text.word(first));
    }
    return name.confidence() < SURE;
  }
}
