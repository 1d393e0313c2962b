package org.articlepipeline.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * RSS (0.9 to 2.0) and Atom as submissions, one for each entry. What an entry says of itself
 * (headline, dates, authors, categories, images) becomes the submission's fields. Thread-safe.
 */
public final class FeedReader {

  /** Of one document. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final int FIRST_BYTES = 4096;

  /** The root element, behind a byte order mark, the declaration, comments and instructions. */
  private static final Pattern ROOT =
      Pattern.compile(
          "(?:\u00EF\u00BB\u00BF)?+\\s*+(?:<[?][^>]*+>\\s*+|<!--(?:[^-]|-(?!->))*+-->\\s*+)*+<(?:rss|rdf:rdf|feed|atom:feed)[\\s>]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUFFIX = Pattern.compile("(?i).*\\.(?:rss|atom)");

  private final String source;

  /**
   * @param source the submissions' source
   */
  public FeedReader(String source) {
    this.source = source;
  }

  /**
   * Whether this is a feed, by its name or its first element.
   *
   * @param fileName "" when it has none
   */
  public static boolean isFeed(String fileName, byte[] document) {
    String start = new String(document, 0, Math.min(document.length, FIRST_BYTES), ISO_8859_1);
    return SUFFIX.matcher(fileName).matches() || ROOT.matcher(start).lookingAt();
  }

  /**
   * Never loads anything that the document names.
   *
   * @param charset from HTTP; null: the document says it, as XML does
   * @param url where the document was read, against which relative links are resolved; null: its
   *     own link
   * @throws FeedException when the document as a whole can't be read
   */
  public Feed read(byte[] document, @Nullable String charset, @Nullable String url, Instant now)
      throws FeedException {
    var entries = new Entries();
    SyndFeed feed = synd(FeedXml.parse(document, charset, url));
    int position = 0;
    for (SyndEntry entry : feed.getEntries()) {
      entries.add(++position, FeedEntry.of(entry, feed, source, now));
    }
    return entries.feed();
  }

  private static SyndFeed synd(Document document) throws FeedException {
    try {
      var input = new SyndFeedInput(false, Locale.ROOT);
      input.setPreserveWireFeed(false);
      SyndFeed feed = input.build(document);
      if (feed.getLanguage() == null) {
        feed.setLanguage(
            document.getRootElement().getAttributeValue("lang", Namespace.XML_NAMESPACE));
      }
      return feed;
    } catch (com.rometools.rome.io.FeedException | RuntimeException e) {
      // What the library did not foresee is a feed that it can't read, too.
      throw new FeedException(
          "The document is XML, but no feed that can be read (root element <%s>: %s). Send RSS or Atom."
              .formatted(
                  document.getRootElement().getQualifiedName(), FeedXml.shown(e.getMessage())));
    }
  }

  /** Sorts what can be published from what can't. */
  private static final class Entries {
    private final Map<String, Integer> positions = new HashMap<>();
    private final ArrayList<ArticleSubmission> submissions = new ArrayList<>();
    private final ArrayList<String> problems = new ArrayList<>();
    private int summaries;

    public void add(int position, FeedEntry entry) {
      ArticleSubmission submission = entry.submission();
      if (submission == null) {
        problems.add("Entry %d (%s) %s".formatted(position, entry.name(), entry.problem()));
        return;
      }
      Integer other = positions.putIfAbsent(submission.getUri(), position);
      if (other != null) {
        problems.add(
            "Entry %d (%s) has the same id as entry %d; the first one is taken."
                .formatted(position, entry.name(), other));
        return;
      }
      summaries += entry.isSummary() ? 1 : 0;
      submissions.add(submission);
    }

    public Feed feed() {
      var notes = new ArrayList<String>();
      if (summaries > 0) {
        notes.add(
            "%d of %d entries hold a summary only (extra.feedContent=summary). Let the feed carry whole articles (content:encoded, or Atom's content)."
                .formatted(summaries, submissions.size()));
      }
      return new Feed(submissions, problems, notes);
    }
  }
}
