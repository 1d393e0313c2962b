package org.articlepipeline.enrich.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Articles that tell the same, in near the same words.
 *
 * @param name uri of the article that was its first
 * @param members each similar to every other, see {@link Similarity#KEEP}; empty for a story that
 *     is no more
 */
record Story(String name, List<Member> members) {

  /** What bounds the work for one article; the next copy starts another story. */
  static final int MAX_MEMBERS = 500;

  Story {
    members = List.copyOf(members);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** Of its newest member; the story is forgotten a window later. */
  long newest() {
    return members.stream().mapToLong(Member::ingestedAt).max().orElse(Long.MIN_VALUE);
  }

  Story without(String uri) {
    return new Story(name, members.stream().filter(m -> !m.uri().equals(uri)).toList());
  }

  /** With the article in place of what was known of it. */
  Story with(Member article) {
    var all = new ArrayList<>(without(article.uri()).members);
    all.add(article);
    return new Story(name, all);
  }

  /** The same story under the name of the earliest that is in it. */
  Story renamed() {
    return new Story(members.stream().min(Member.EARLIEST).orElseThrow().uri(), members);
  }

  boolean admits(MinHash text) {
    int nearest = 0;
    for (Member member : members) {
      int agreement = member.minHash().agreement(text);
      if (agreement < Similarity.KEEP) {
        return false;
      }
      nearest = Math.max(nearest, agreement);
    }
    return nearest >= Similarity.JOIN && members.size() < MAX_MEMBERS;
  }

  /** Its members, in the same order, each with what follows from the others being there. */
  Story assigned() {
    List<Member> inOrder = members.stream().sorted(Member.EARLIEST).toList();
    String head = members.stream().min(headFirst()).map(Member::uri).orElse(null);
    return new Story(
        name,
        members.stream()
            .map(m -> m.with(new Assignment(name, m.uri().equals(head), duplicateOf(m, inOrder))))
            .toList());
  }

  /**
   * The article that others name as the canonical one, else that with the earliest publication
   * date, else the one that came first.
   */
  private Comparator<Member> headFirst() {
    Set<String> named =
        members.stream()
            .filter(m -> !m.isAt(m.canonicalUrl()))
            .map(Member::canonicalUrl)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return Comparator.comparing((Member m) -> named.stream().noneMatch(m::isAt))
        .thenComparing(Member::datePublished, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(Member.EARLIEST);
  }

  private static @Nullable String duplicateOf(Member article, List<Member> inOrder) {
    for (Member earlier : inOrder) {
      if (earlier.uri().equals(article.uri())) {
        return null;
      }
      if (earlier.minHash().agreement(article.minHash()) >= Similarity.DUPLICATE) {
        return earlier.uri();
      }
    }
    throw new IllegalArgumentException(article.uri() + " is not in the story");
  }
}
