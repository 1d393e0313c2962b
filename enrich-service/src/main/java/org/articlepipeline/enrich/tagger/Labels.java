package org.articlepipeline.enrich.tagger;

import java.util.ArrayList;
import java.util.List;

/**
 * The tags of a token: outside, or for each type of name its beginning, inside, last or unit (the
 * whole name).
 */
final class Labels {
  static final int COUNT = 1 + 4 * NameType.values().length;
  static final int OUTSIDE = 0;
  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int LAST = 2;
  private static final int UNIT = 3;

  private Labels() {}

  /** Labels the tokens from {@code first} to before {@code end} as one name. */
  static void mark(byte[] labels, int first, int end, NameType type) {
    for (int i = first; i < end; i++) {
      int role = end - first == 1 ? UNIT : i == first ? BEGIN : i == end - 1 ? LAST : INSIDE;
      labels[i] = (byte) (1 + 4 * type.ordinal() + role);
    }
  }

  static NameType type(int label) {
    return NameType.values()[(label - 1) / 4];
  }

  /** Whether a name may start with it; so may every chain of tokens, if it is outside. */
  static boolean mayStart(int label) {
    return label == OUTSIDE || role(label) == BEGIN || role(label) == UNIT;
  }

  static boolean mayEnd(int label) {
    return label == OUTSIDE || role(label) == LAST || role(label) == UNIT;
  }

  static boolean mayFollow(int before, int label) {
    return mayEnd(before) ? mayStart(label) : !mayStart(label) && type(before) == type(label);
  }

  /** The names in a valid sequence of labels, as {first, end, label of the first}. */
  static List<int[]> names(byte[] labels, int from, int to) {
    List<int[]> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (labels[i] != OUTSIDE) {
        int first = i;
        while (!mayEnd(labels[i])) {
          i++;
        }
        names.add(new int[] {first, i + 1, labels[first]});
      }
    }
    return names;
  }

  private static int role(int label) {
    return (label - 1) % 4;
  }
}
