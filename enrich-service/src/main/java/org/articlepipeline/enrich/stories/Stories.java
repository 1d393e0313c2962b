package org.articlepipeline.enrich.stories;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.schemas.ArticleSignature;
import org.jspecify.annotations.Nullable;

/**
 * Decides which articles make a story. What it does depends on the signatures and their order
 * alone, not on any clock: after a restart, or when all of them are read again, the stories are the
 * same.
 *
 * <p>An article joins the story of the most similar one within the window, if it is similar to all
 * that are in it; it stays there as long as that is so. A story keeps its name, unless the article
 * of that name comes to be in another. It is forgotten, as a whole, a window after its newest
 * member was ingested; what was published of it stays.
 */
public final class Stories {

  /** How many a signature has, each of 32 bits. */
  public static final int MINIMA = MinHash.SIZE;

  /** Forgotten stories that are removed with each article: more than can come with one. */
  private static final int SWEPT = 4;

  private final StoryState state;
  private final Duration window;

  /**
   * @param window how far apart, by ingestedAt, articles of a story may be
   */
  public Stories(StoryState state, Duration window) {
    this.state = state;
    this.window = window;
  }

  /** Whether {@link #apply} takes it. */
  public static boolean isComparable(ArticleSignature article) {
    ByteBuffer bytes = article.getMinHash();
    return bytes == null || bytes.remaining() == MINIMA * Integer.BYTES;
  }

  /**
   * @return what has to be published anew because of this article, itself included
   * @throws IllegalArgumentException when the signature is none
   */
  public List<StoryChange> apply(ArticleSignature article) {
    ByteBuffer bytes = article.getMinHash();
    MinHash text = article.getVisible() && bytes != null ? MinHash.of(bytes) : null;
    long horizon = state.advance(article.getIngestedAt().toEpochMilli()) - window.toMillis();
    for (int i = 0; i < SWEPT; i++) {
      state.forgetOldest(horizon);
    }
    Member known = known(article.getUri(), horizon);
    boolean late =
        known == null
            ? article.getIngestedAt().toEpochMilli() < horizon
            : article.getRevision() < known.revision();
    if (late) {
      return List.of();
    }
    return isKnown(article, known, text)
        ? List.of()
        : new Decision(article, known, horizon).decide(text);
  }

  private static boolean isKnown(
      ArticleSignature article, @Nullable Member known, @Nullable MinHash text) {
    return known != null && text != null && Member.of(article, text, known).equals(known);
  }

  /** Null also when its story is as good as forgotten: when that happens must not matter. */
  private @Nullable Member known(String uri, long horizon) {
    Member known = state.member(uri);
    if (known == null) {
      return null;
    }
    Story story = state.story(known.assignment().clusterUri());
    if (story.newest() >= horizon) {
      return known;
    }
    state.forget(story);
    return null;
  }

  /** What follows from one article. */
  private final class Decision {
    private final ArticleSignature article;
    private final @Nullable Member known;
    private final long horizon;
    private final List<StoryChange> changes = new ArrayList<>();

    Decision(ArticleSignature article, @Nullable Member known, long horizon) {
      this.article = article;
      this.known = known;
      this.horizon = horizon;
    }

    List<StoryChange> decide(@Nullable MinHash text) {
      if (text == null) {
        vanish();
      } else {
        Story story = storyFor(text);
        leaveOthers(story);
        Member member = Member.of(article, text, known);
        state.index(known, member);
        rewrite(story.with(member));
      }
      return changes;
    }

    /** Withdrawn, or without a word: its story goes on under its name. */
    private void vanish() {
      if (known != null) {
        state.remove(known);
        rewrite(story(known.assignment().clusterUri()));
      }
      Assignment alone = Assignment.alone(article.getUri());
      if (article.getVisible() && !Assignment.published(article).equals(alone)) {
        changes.add(new StoryChange(article.getUri(), article.getRevision(), alone));
      }
    }

    /** Out of the story where it was; and no other may have its name when it is alone again. */
    private void leaveOthers(Story joined) {
      String uri = article.getUri();
      Set<String> names = new LinkedHashSet<>();
      if (known != null) {
        names.add(known.assignment().clusterUri());
      }
      names.add(uri);
      if (!joined.isEmpty()) {
        names.remove(joined.name());
      }
      for (String name : names) {
        Story whole = state.story(name);
        if (whole.isEmpty()) {
          continue;
        }
        Story rest = whole.without(uri);
        if (name.equals(uri) && !rest.isEmpty()) {
          state.put(new Story(name, List.of()));
          rest = rest.renamed();
        }
        rewrite(rest);
      }
    }

    private void rewrite(Story story) {
      Story assigned = story.assigned();
      for (int i = 0; i < assigned.members().size(); i++) {
        Member before = story.members().get(i);
        Member after = assigned.members().get(i);
        boolean isArticle = after.uri().equals(article.getUri());
        boolean changed = !after.assignment().equals(before.assignment());
        if (isArticle && known != null) {
          // What was decided last may still be on its way, and would come after this.
          changed |= !after.assignment().equals(known.assignment());
        }
        if (changed) {
          changes.add(new StoryChange(after.uri(), after.revision(), after.assignment()));
        }
        if (changed || isArticle) {
          state.update(after);
        }
      }
      state.put(assigned);
    }

    /** Without the article. */
    private Story story(String name) {
      return state.story(name).without(article.getUri());
    }

    /** Without the article; empty, with its name, when it is alone. */
    private Story storyFor(MinHash text) {
      String uri = article.getUri();
      if (known != null) {
        Story present = story(known.assignment().clusterUri());
        if (text.equals(known.minHash()) || present.admits(text)) {
          return present;
        }
      }
      Set<String> seen = new LinkedHashSet<>();
      for (Member candidate : state.candidates(text)) {
        boolean joins =
            !candidate.uri().equals(uri)
                && candidate.ingestedAt() >= horizon
                && candidate.minHash().agreement(text) >= Similarity.JOIN;
        if (joins && seen.add(candidate.assignment().clusterUri())) {
          Story story = story(candidate.assignment().clusterUri());
          if (story.admits(text)) {
            return story;
          }
        }
      }
      return new Story(uri, List.of());
    }
  }
}
