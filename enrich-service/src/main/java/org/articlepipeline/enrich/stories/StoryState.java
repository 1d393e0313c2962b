package org.articlepipeline.enrich.stories;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of articles and their stories.
 *
 * <pre>
 * members  article                            ─▶ {@link Member}
 * bands    see {@link BandIndex}
 * stories  name                               ─▶ newest ingestedAt of its members, their keys
 *          nothing                            ─▶ newest ingestedAt of all
 * ages     newest ingestedAt of members, name ─▶ nothing
 * </pre>
 */
public final class StoryState {
  private static final byte[] NOTHING = {};

  private final Table members;
  private final BandIndex bands;
  private final Table stories;
  private final Table ages;

  /** What the table has for it, once it was read. */
  private @Nullable Long newest;

  /** No story is older; saves a walk over what the store has not cleaned up yet. */
  private long oldest;

  public StoryState(Table members, Table bands, Table stories, Table ages) {
    this.members = members;
    this.bands = new BandIndex(bands, members);
    this.stories = stories;
    this.ages = ages;
  }

  /**
   * @return the newest ingestedAt of all that came, this one included
   */
  long advance(long ingestedAt) {
    if (newest == null) {
      byte[] known = stories.get(NOTHING);
      newest = known == null ? Long.MIN_VALUE : ByteBuffer.wrap(known).getLong();
    }
    if (newest < ingestedAt) {
      newest = ingestedAt;
      stories.put(NOTHING, ByteBuffer.allocate(Long.BYTES).putLong(ingestedAt).array());
    }
    return newest;
  }

  @Nullable Member member(String uri) {
    return member(ArticleKey.of(uri));
  }

  private @Nullable Member member(UUID article) {
    byte[] value = members.get(ArticleKey.bytes(article));
    return value == null ? null : MemberBytes.read(value);
  }

  /** Where its text is found; the member itself is to be updated after this. */
  void index(@Nullable Member before, Member after) {
    if (before == null || !before.minHash().equals(after.minHash())) {
      UUID article = ArticleKey.of(after.uri());
      if (before != null) {
        bands.remove(article, before.minHash());
      }
      bands.add(article, after.minHash());
    }
  }

  void update(Member member) {
    members.put(ArticleKey.bytes(ArticleKey.of(member.uri())), MemberBytes.write(member));
  }

  void remove(Member member) {
    UUID article = ArticleKey.of(member.uri());
    bands.remove(article, member.minHash());
    members.put(ArticleKey.bytes(article), null);
  }

  /** Articles whose text may be similar, the likeliest first. */
  List<Member> candidates(MinHash text) {
    return bands.candidates(text).stream().map(this::member).filter(Objects::nonNull).toList();
  }

  /** Empty when there is none of that name. */
  Story story(String name) {
    return new Story(name, members(ArticleKey.bytes(ArticleKey.of(name))));
  }

  private List<Member> members(byte[] story) {
    byte[] value = stories.get(story);
    if (value == null) {
      return List.of();
    }
    return ArticleKey.readAll(ByteBuffer.wrap(value, Long.BYTES, value.length - Long.BYTES))
        .stream()
        .map(this::member)
        .filter(Objects::nonNull)
        .toList();
  }

  /** In place of what was known of the story; an empty one is taken out. */
  void put(Story story) {
    byte[] key = ArticleKey.bytes(ArticleKey.of(story.name()));
    byte[] before = stories.get(key);
    if (before != null) {
      ages.put(age(ByteBuffer.wrap(before).getLong(), key), null);
    }
    if (story.isEmpty()) {
      if (before != null) {
        stories.put(key, null);
      }
      return;
    }
    ByteBuffer value =
        ByteBuffer.allocate(Long.BYTES + story.members().size() * ArticleKey.BYTES)
            .putLong(story.newest());
    story.members().forEach(member -> ArticleKey.put(value, ArticleKey.of(member.uri())));
    stories.put(key, value.array());
    ages.put(age(story.newest(), key), NOTHING);
    oldest = Math.min(oldest, story.newest());
  }

  void forget(Story story) {
    story.members().forEach(this::remove);
    put(new Story(story.name(), List.of()));
  }

  /** The oldest story, if its newest member was ingested before that time. */
  void forgetOldest(long before) {
    byte[] none = ArticleKey.bytes(new UUID(0, 0));
    byte[] age = before <= oldest ? null : ages.first(age(oldest, none), age(before, none));
    if (age == null) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(age);
    oldest = in.getLong();
    byte[] key = ArticleKey.bytes(ArticleKey.read(in));
    List<Member> old = members(key);
    forget(new Story(old.getFirst().assignment().clusterUri(), old));
  }

  /** In the order of time, which is not negative. */
  private static byte[] age(long ingestedAt, byte[] story) {
    return ByteBuffer.allocate(Long.BYTES + story.length)
        .putLong(Math.max(0, ingestedAt))
        .put(story)
        .array();
  }
}
