package org.articlepipeline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.ingest.html.PageUrls;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed as a submission, or why it is none.
 *
 * @param name for people: its id, link or title
 */
record FeedEntry(
    String name,
    @Nullable ArticleSubmission submission,
    @Nullable String problem,
    boolean isSummary) {

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int HASH_BYTES = 16;
  private static final int MAX_NAME = 200;

  /** A description as long as this is an article, which some feeds have nowhere else. */
  private static final int WHOLE_ARTICLE = 1200;

  static FeedEntry of(SyndEntry entry, SyndFeed feed, String source, Instant now) {
    String name = name(entry);
    FeedBody body = FeedBody.of(entry);
    if (body == null) {
      return problem(name, "has no content and no summary; there is nothing to publish.");
    }
    byte[] bytes = body.text().getBytes(UTF_8);
    if (bytes.length > Limits.MAX_BODY_BYTES) {
      return problem(name, "is over 5 MiB; shorten it.");
    }
    boolean summary = body.isSummary() && body.text().length() < WHOLE_ARTICLE;
    return new FeedEntry(
        name,
        submission(entry, feed, source, now)
            .setFormat(body.format())
            .setBody(ByteBuffer.wrap(bytes))
            .setCharset(UTF_8.name())
            .setExtra(summary ? Map.of("feedContent", "summary") : Map.of())
            .build(),
        null,
        summary);
  }

  private static FeedEntry problem(String name, String problem) {
    return new FeedEntry(name, null, problem, false);
  }

  private static ArticleSubmission.Builder submission(
      SyndEntry entry, SyndFeed feed, String source, Instant now) {
    DCModule dc = entry.getModule(DCModule.URI) instanceof DCModule module ? module : null;
    Instant created = instant(entry.getPublishedDate());
    Instant modified = instant(entry.getUpdatedDate());
    String link = new PageUrls(null).absolute(entry.getLink());
    List<String> keywords =
        FieldText.distinct(
            entry.getCategories().stream().map(category -> FieldText.ofPlain(category.getName())));
    List<String> names = FeedAuthors.of(entry, dc);
    return ArticleSubmission.newBuilder()
        .setUri(uri(entry, source))
        .setRevision(revision(modified == null ? created : modified, now))
        .setSource(source)
        .setPubStatus(PubStatus.USABLE)
        .setSubmittedAt(now)
        .setUrl(link)
        .setCanonicalUrl(link)
        .setHeadline(title(entry.getTitleEx()))
        .setByline(names.isEmpty() ? null : String.join(", ", names))
        .setKeywords(keywords.isEmpty() ? null : keywords)
        .setLanguage(
            FieldText.distinct(
                    Stream.of(
                        FieldText.ofPlain(dc == null ? null : dc.getLanguage()),
                        FieldText.ofPlain(feed.getLanguage())))
                .stream()
                .findFirst()
                .orElse(null))
        .setRights(FieldText.ofPlain(rights(dc, feed)))
        .setImages(nullIfEmpty(FeedImages.of(entry)))
        .setContentCreated(created)
        .setContentModified(modified);
  }

  private static @Nullable String rights(@Nullable DCModule dc, SyndFeed feed) {
    return dc == null || dc.getRights() == null ? feed.getCopyright() : dc.getRights();
  }

  private static <T> @Nullable List<T> nullIfEmpty(List<T> values) {
    return values.isEmpty() ? null : values;
  }

  private static @Nullable String title(@Nullable SyndContent title) {
    return title == null
        ? null
        : FeedBody.isPlain(title)
            ? FieldText.ofPlain(title.getValue())
            : FieldText.ofHtml(title.getValue());
  }

  /** The entry's own id where it can name an article for ever, else a hash of what it has. */
  private static String uri(SyndEntry entry, String source) {
    String id = entry.getUri() == null ? "" : entry.getUri().strip();
    if (isAbsolute(id)) {
      return id;
    }
    String names =
        !id.isEmpty() ? id : entry.getLink() != null ? entry.getLink() : entry.getTitle() + "";
    return "urn:articles:%s:%s"
        .formatted(URLEncoder.encode(source, UTF_8).replace("+", "%20"), hash(names));
  }

  private static boolean isAbsolute(String id) {
    try {
      return new URI(id).isAbsolute() && id.getBytes(UTF_8).length <= Limits.MAX_URI_BYTES;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String hash(String names) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(names.getBytes(UTF_8));
      return HexFormat.of().formatHex(sha, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static long revision(@Nullable Instant date, Instant now) {
    long millis = (date == null ? now : date).toEpochMilli();
    return millis >= 1 && millis <= Limits.MAX_REVISION ? millis : now.toEpochMilli();
  }

  /** Null for none, and for what no calendar means. */
  private static @Nullable Instant instant(@Nullable Date date) {
    Instant instant = date == null ? null : Instant.ofEpochMilli(date.getTime());
    return instant == null || instant.isBefore(SubmissionRules.EARLIEST) || instant.isAfter(LATEST)
        ? null
        : instant;
  }

  private static String name(SyndEntry entry) {
    for (String name : new String[] {entry.getUri(), entry.getLink(), entry.getTitle()}) {
      if (name != null && !name.isBlank()) {
        String line = CharacterCleanup.cleanLine(name).strip();
        return line.length() <= MAX_NAME ? line : line.substring(0, MAX_NAME) + "\u2026";
      }
    }
    return "without id, link and title";
  }
}
