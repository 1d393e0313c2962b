package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.knowledge.KnownEntity;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One name in one article, with all places where it stands. Forms that name the same thing are
 * joined: they have one leader, which holds what is known of the thing.
 */
final class NameForm {
  private static final EntityType[] TYPES = EntityType.values();

  final List<String> words;

  /** The words, those with hyphens between as one. */
  final List<String> parts;

  /** What stands in quotes inside: the Sailor of Nadia "Sailor" Brook. */
  final Set<String> nicknames = new LinkedHashSet<>();

  final List<NameMention> mentions = new ArrayList<>();
  private final double[] votes = new double[TYPES.length];
  private NameForm leader = this;
  private @Nullable EntityType type;
  private @Nullable KnownEntity known;

  NameForm(List<String> words, List<String> parts) {
    this.words = words;
    this.parts = parts;
  }

  void add(NameMention mention) {
    mentions.add(mention);
    votes[mention.type().ordinal()] += mention.confidence();
    known = mention.known() == null ? known : mention.known();
  }

  int first() {
    return mentions.getFirst().first();
  }

  /** {@code Brook}, {@code Brook-Lane} */
  boolean isOneWord() {
    return parts.size() == 1;
  }

  /** The last mention before a position. */
  @Nullable NameMention lastBefore(int position) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).first() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : mentions.get(low - 1);
  }

  NameForm leader() {
    NameForm top = this;
    while (top.leader != top) {
      top.leader = top.leader.leader;
      top = top.leader;
    }
    return top;
  }

  @Nullable KnownEntity known() {
    return leader().known;
  }

  /** Of the thing that it names: what the knowledge base says, or most of its mentions do. */
  EntityType type() {
    NameForm top = leader();
    if (top.known != null) {
      return top.known.type();
    }
    return top.type != null ? top.type : top.mostVoted();
  }

  private EntityType mostVoted() {
    int best = EntityType.OTHER.ordinal();
    for (int i = 0; i < votes.length; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    return TYPES[best];
  }

  boolean is(EntityType expected) {
    return type() == expected;
  }

  /**
   * Makes this and a shorter name of it one thing, of this one's type; but never two things that
   * the knowledge base tells apart.
   */
  void join(NameForm shorter) {
    NameForm a = leader();
    NameForm b = shorter.leader();
    if (a == b || (a.known != null && b.known != null && !a.known.equals(b.known))) {
      return;
    }
    a.type = a.type();
    a.known = a.known == null ? b.known : a.known;
    b.leader = a;
  }
}
