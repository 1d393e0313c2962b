package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
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
  final List<NameMention> mentions = new ArrayList<>();
  private final double[] votes = new double[TYPES.length];
  private NameForm leader = this;
  private @Nullable EntityType type;
  private @Nullable KnownEntity known;

  NameForm(List<String> words) {
    this.words = words;
  }

  void add(NameMention mention) {
    mentions.add(mention);
    votes[mention.type().ordinal()] += mention.confidence();
    known = mention.known() == null ? known : mention.known();
  }

  int first() {
    return mentions.getFirst().first();
  }

  String lastWord() {
    return words.getLast();
  }

  boolean isOneWord() {
    return words.size() == 1;
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
