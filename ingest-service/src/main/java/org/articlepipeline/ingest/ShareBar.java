package org.articlepipeline.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * "Share This Story, Choose Your Platform!", "Share on Facebook Tweet Pin It", "Facebook Twitter
 * LinkedIn": lines of nothing but the vocabulary of share buttons. One word from outside of it
 * makes a line a sentence.
 */
final class ShareBar {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

  private static final Set<String> VERBS =
      Set.of("share", "shares", "tweet", "retweet", "pin", "follow");

  private static final Set<String> ALONE = Set.of("share", "share:", "tweet");

  private static final Set<String> NETWORKS =
      Set.of(
          "facebook",
          "twitter",
          "linkedin",
          "whatsapp",
          "pinterest",
          "reddit",
          "tumblr",
          "telegram",
          "instagram",
          "youtube",
          "tiktok",
          "flipboard",
          "mastodon",
          "bluesky",
          "threads",
          "messenger",
          "xing",
          "vk",
          "pocket",
          "email",
          "mail",
          "e",
          "x",
          "print",
          "sms");

  private static final Set<String> OBJECTS =
      Set.of("this", "it", "story", "article", "post", "page", "link", "friends", "platform", "us");

  private static final Set<String> GLUE =
      Set.of(
          "with", "your", "choose", "on", "to", "via", "by", "the", "a", "and", "or", "click",
          "opens", "in", "new", "window", "tab", "copy", "url", "now", "like", "loading", "more",
          "options");

  private ShareBar() {}

  static boolean matches(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int verbs = 0;
    int networks = 0;
    int others = 0;
    for (String word : NOT_WORDS.split(lower)) {
      if (VERBS.contains(word)) {
        verbs++;
      } else if (NETWORKS.contains(word)) {
        networks++;
      } else if (OBJECTS.contains(word) || isCount(word)) {
        others++;
      } else if (!word.isEmpty() && !GLUE.contains(word)) {
        return false;
      }
    }
    return networks > 1
        || verbs > 1
        || (verbs == 1 && networks + others > 0)
        || ALONE.contains(lower);
  }

  private static boolean isCount(String word) {
    return !word.isEmpty()
        && word.length() <= 6
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
